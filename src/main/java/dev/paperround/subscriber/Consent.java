package dev.paperround.subscriber;

import java.time.Instant;

/** That somebody is subscribed by their own wish: when and how it was said, to which text, from which network. */
public record Consent(Instant at, Way way, String textVersion, String network) {
    /** Of what the sign-up, the page of the confirmation and the privacy page say; raised when their meaning changes. */
    public static final String TEXT_VERSION = "2026-11";

    public enum Way {
        SIGNED_UP,
        CONFIRMED,
        /** An operator vouched for it. */
        IMPORTED,
        /** Came back by a link of theirs after having unsubscribed. */
        RESUMED,
        /** Taken back: unsubscribed, or complained. */
        WITHDRAWN
    }
}
