package dev.paperround.sending;

import dev.paperround.digest.Selection;
import dev.paperround.i18n.LocalizedMessage;
import dev.paperround.i18n.Sentence;
import dev.paperround.subscriber.SubscriberState;
import java.util.Arrays;
import java.util.Optional;

public enum NoMailReason {
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

    public static NoMailReason of(Selection.Nothing nothing) {
        return switch (nothing) {
            case NO_PAPERS -> NO_PAPERS;
            case NO_MATCH -> NO_MATCH;
            case NOTHING_NEW -> NOTHING_NEW;
            case UNREADABLE -> UNREADABLE;
        };
    }

    public boolean isWorthANote() {
        return this == NO_MATCH || this == NOTHING_NEW;
    }

    public static NoMailReason notActive(SubscriberState state) {
        return switch (state) {
            case PENDING -> NOT_CONFIRMED;
            case UNSUBSCRIBED -> UNSUBSCRIBED;
            case SUPPRESSED -> SUPPRESSED;
            case ACTIVE -> throw new IllegalArgumentException("An active subscriber is no reason.");
        };
    }

    // The ledger stores the name; people read the sentence.
    public static LocalizedMessage said(String name) {
        return find(name).map(NoMailReason::said).orElseGet(() -> LocalizedMessage.asIs(name));
    }

    public LocalizedMessage said() {
        return LocalizedMessage.of(Sentence.valueOf(name()));
    }

    public static String sentence(String name) {
        return said(name).toString();
    }

    public static Optional<NoMailReason> find(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }
}
