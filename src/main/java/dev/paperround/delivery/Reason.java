package dev.paperround.delivery;

import dev.paperround.digest.Composition;
import dev.paperround.language.Said;
import dev.paperround.language.Sentence;
import dev.paperround.subscription.SubscriberState;
import java.util.Arrays;
import java.util.Optional;

/** Why somebody got no mail. */
public enum Reason {
    NO_PAPERS,
    NO_MATCH,
    NOTHING_NEW,
    NOT_A_SUBSCRIBER,
    NOT_CONFIRMED,
    UNSUBSCRIBED,
    SUPPRESSED,
    ERASED,
    PAUSED,
    TOO_LATE,
    TOO_SOON,
    UNREADABLE,
    GAVE_UP,
    BOUNCED,
    CANCELLED;

    public static Reason of(Composition.Nothing nothing) {
        return switch (nothing) {
            case NO_PAPERS -> NO_PAPERS;
            case NO_MATCH -> NO_MATCH;
            case NOTHING_NEW -> NOTHING_NEW;
            case UNREADABLE -> UNREADABLE;
        };
    }

    boolean isWorthANote() {
        return this == NO_MATCH || this == NOTHING_NEW;
    }

    static Reason notActive(SubscriberState state) {
        return switch (state) {
            case PENDING -> NOT_CONFIRMED;
            case UNSUBSCRIBED -> UNSUBSCRIBED;
            case SUPPRESSED -> SUPPRESSED;
            case ACTIVE -> throw new IllegalArgumentException("An active subscriber is no reason.");
        };
    }

    /** The ledger keeps the name, people read the sentence. */
    static Said said(String name) {
        return find(name).map(Reason::said).orElseGet(() -> Said.asIs(name));
    }

    public Said said() {
        return Said.of(Sentence.valueOf(name()));
    }

    static String sentence(String name) {
        return said(name).toString();
    }

    static Optional<Reason> find(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }
}
