package dev.paperround.sending;

import dev.paperround.digest.Selection;
import dev.paperround.i18n.MailMessages;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.SubscriberState;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

public enum NoMailReason {
    NO_PAPERS(MailMessages::noPapers),
    NO_MATCH(MailMessages::noMatch),
    NOTHING_NEW(MailMessages::nothingNew),
    NOT_A_SUBSCRIBER(MailMessages::notASubscriber),
    NOT_CONFIRMED(MailMessages::notConfirmed),
    UNSUBSCRIBED(MailMessages::unsubscribed),
    SUPPRESSED(MailMessages::suppressed),
    ERASED(MailMessages::erased),
    PAUSED(MailMessages::paused),
    TOO_LATE(MailMessages::tooLate),
    TOO_SOON(MailMessages::tooSoon),
    UNREADABLE(MailMessages::unreadable),
    GAVE_UP(MailMessages::gaveUp),
    BOUNCED(MailMessages::bounced),
    CANCELLED(MailMessages::cancelled);

    private final Message said;

    NoMailReason(Function<MailMessages, String> said) {
        this.said = Message.of(MailMessages.class, said);
    }

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

    // The ledger stores the name.
    public static Message said(String name) {
        return find(name).map(NoMailReason::said).orElseGet(() -> Message.asIs(name));
    }

    public Message said() {
        return said;
    }

    public static Optional<NoMailReason> find(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }
}
