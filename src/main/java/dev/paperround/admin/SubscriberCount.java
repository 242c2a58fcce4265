package dev.paperround.admin;

import dev.paperround.subscription.Subscriber;
import dev.paperround.subscription.SubscriberState;
import java.util.Arrays;
import java.util.List;

record SubscriberCount(SubscriberState state, long subscribers) {
    /** In the caller's transaction. */
    static List<SubscriberCount> all() {
        return Arrays.stream(SubscriberState.values())
                .map(state -> new SubscriberCount(state, Subscriber.count("state", state)))
                .toList();
    }
}
