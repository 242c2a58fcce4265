package dev.paperround.delivery;

import dev.paperround.digest.Composition;
import dev.paperround.subscription.SubscriberState;
import java.util.Arrays;
import java.util.Optional;

/** Why somebody got no mail. */
public enum Reason {
    NO_PAPERS("There were no papers to choose from."),
    NO_MATCH("No paper matched the filters."),
    NOTHING_NEW("Nothing new: every paper that matched was received before."),
    NOT_A_SUBSCRIBER("This address is not subscribed."),
    NOT_CONFIRMED("The subscription was not confirmed."),
    UNSUBSCRIBED("Unsubscribed."),
    SUPPRESSED("Suppressed: mail to this address bounced or was complained about."),
    ERASED("The subscriber was erased before the mail went out."),
    PAUSED("The subscription was paused."),
    TOO_LATE("Too late: the service could not send within 6 hours of the hour chosen."),
    GAVE_UP("Given up: the relay refused for 24 hours."),
    BOUNCED("Returned: a mail system behind the relay could not deliver it."),
    CANCELLED("The send was cancelled.");

    public final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    public static Reason of(Composition.Nothing nothing) {
        return switch (nothing) {
            case NO_PAPERS -> NO_PAPERS;
            case NO_MATCH -> NO_MATCH;
            case NOTHING_NEW -> NOTHING_NEW;
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
    static String sentence(String name) {
        return find(name).map(reason -> reason.sentence).orElse(name);
    }

    static Optional<Reason> find(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }
}
