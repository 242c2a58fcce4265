package dev.paperround.subscriber;

public enum SubscriberState {
    /** Asked for the digest, or somebody did in their name; the confirmation is still out. */
    PENDING,
    ACTIVE,
    UNSUBSCRIBED,
    SUPPRESSED
}
