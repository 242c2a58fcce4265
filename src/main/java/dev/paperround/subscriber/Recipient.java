package dev.paperround.subscriber;

import dev.paperround.i18n.Language;
import dev.paperround.subscriber.preferences.FilterText;
import dev.paperround.subscriber.preferences.Frequency;
import java.util.List;

public record Recipient(
        long id,
        String email,
        SubscriberState state,
        int manageVersion,
        List<FilterText> filters,
        boolean weekly,
        Language language) {
    public static Recipient of(Subscriber subscriber) {
        return new Recipient(
                subscriber.id,
                subscriber.email,
                subscriber.state,
                subscriber.manageVersion,
                subscriber.filterTexts(),
                subscriber.frequency == Frequency.WEEKLY,
                subscriber.language());
    }
}
