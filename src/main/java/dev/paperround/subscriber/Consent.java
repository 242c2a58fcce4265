package dev.paperround.subscriber;

import java.time.Instant;

/** Documents that a subscriber agreed: when, in which way, to which text and from which network. */
public record Consent(Instant at, Way way, String textVersion, String network) {
    // Raise this when the sign-up, confirmation or privacy page changes its meaning.
    public static final String TEXT_VERSION = "2026-11";

    public enum Way {
        SIGNED_UP,
        CONFIRMED,
        // An operator vouched for the consent.
        IMPORTED,
        // The subscriber used a link to come back after unsubscribing.
        RESUMED,
        // The subscriber unsubscribed or complained.
        WITHDRAWN
    }
}
