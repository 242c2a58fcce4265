package dev.paperround.web;

import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Shows a subscription's owner and state, with the URLs of the actions available for it. */
public record SubscriptionView(
        String email,
        SubscriberState state,
        boolean paused,
        Optional<ZonedDateTime> nextDigest,
        String token,
        String unsubscribePath) {

    public static SubscriptionView of(Subscriber subscriber, String token, String unsubscribePath) {
        var next = subscriber
                .nextDigestAt()
                .map(due -> due.atZone(subscriber.schedule().zone()));
        return new SubscriptionView(
                subscriber.email, subscriber.state, subscriber.isPaused(), next, token, unsubscribePath);
    }

    public boolean isActive() {
        return state == SubscriberState.ACTIVE;
    }

    public boolean isUnsubscribed() {
        return state == SubscriberState.UNSUBSCRIBED;
    }

    public boolean isSuppressed() {
        return state == SubscriberState.SUPPRESSED;
    }
}
