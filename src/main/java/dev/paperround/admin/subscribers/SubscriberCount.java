package dev.paperround.admin.subscribers;

import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import java.util.Arrays;
import java.util.List;

public record SubscriberCount(SubscriberState state, long subscribers) {
    // Runs in the caller's transaction.
    public static List<SubscriberCount> all() {
        return Arrays.stream(SubscriberState.values())
                .map(state -> new SubscriberCount(state, Subscriber.count("state", state)))
                .toList();
    }
}
