package dev.paperround.subscription;

import java.util.List;

/** Whom a digest goes to, with what the mail's reasons and links are made from. */
public record Recipient(long id, String email, SubscriberState state, int manageVersion, List<FilterText> filters) {
    public static Recipient of(Subscriber subscriber) {
        return new Recipient(
                subscriber.id, subscriber.email, subscriber.state, subscriber.manageVersion, subscriber.filterTexts());
    }
}
