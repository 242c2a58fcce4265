package dev.paperround.subscriber;

public enum SubscriberState {
    // The digest was requested, perhaps by another person, and the confirmation is still missing.
    PENDING,
    ACTIVE,
    UNSUBSCRIBED,
    SUPPRESSED
}
