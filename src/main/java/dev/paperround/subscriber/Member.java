package dev.paperround.subscriber;

import dev.paperround.subscriber.preferences.FilterText;
import java.util.List;

public record Member(long id, String emailKey, SubscriberState state, List<String> queries, int maxPapers) {
    public static Member of(Subscriber subscriber) {
        return new Member(
                subscriber.id,
                subscriber.emailKey,
                subscriber.state,
                subscriber.filterTexts().stream().map(FilterText::query).toList(),
                subscriber.maxPapers);
    }

    public boolean isActive() {
        return state == SubscriberState.ACTIVE;
    }
}
