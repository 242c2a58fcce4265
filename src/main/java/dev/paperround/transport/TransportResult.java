package dev.paperround.transport;

import dev.paperround.i18n.FailureMessages;
import dev.paperround.i18n.Failures;
import dev.paperround.i18n.Message;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what became of a message. The {@code code} and {@code reply} are the server's own, if it has answered; else the
 * reply is a message of ours as it is stored. {@code retryAfter} is the wait the server asked for.
 */
public record TransportResult(Verdict verdict, Phase phase, Integer code, String reply, Optional<Duration> retryAfter) {
    private static final int LONGEST_REPLY = 1000;

    public enum Phase {
        BEFORE_MESSAGE,
        // The message has begun to leave, so without a reply nobody knows whether it arrived.
        MESSAGE
    }

    public enum Verdict {
        ACCEPTED,
        // Refused for now, and only this message.
        LATER,
        // Refused for good, which is no reason to suppress the recipient.
        REJECTED,
        // Refused for good, because there is no such recipient any more.
        NO_SUCH_RECIPIENT,
        TOO_LARGE,
        // The server cannot be used for now, whatever the message.
        UNAVAILABLE,
        // Perhaps we are refused and not the recipient: one recipient proves nothing, several in a row do.
        MAY_REFUSE_US,
        // We are refused, whoever the recipient is. The transport pauses.
        REFUSES_US,
        UNKNOWN,
        // Our own ledger held the message back at the last moment.
        WITHHELD
    }

    public TransportResult(Verdict verdict, Phase phase, Integer code, String reply) {
        this(verdict, phase, code, reply, Optional.empty());
    }

    public static TransportResult lost(Phase phase, Throwable cause) {
        var verdict = phase == Phase.MESSAGE ? Verdict.UNKNOWN : Verdict.UNAVAILABLE;
        return new TransportResult(verdict, phase, null, storable(Failures.said(cause)));
    }

    public static TransportResult notWritten(Throwable cause) {
        var reply = storable(Message.of(FailureMessages.class, say -> say.mailNotWritten(Failures.said(cause))));
        return new TransportResult(Verdict.LATER, Phase.BEFORE_MESSAGE, null, reply);
    }

    public TransportResult withReply(String other) {
        return new TransportResult(verdict, phase, code, other, retryAfter);
    }

    public boolean mayHaveLeft() {
        return phase == Phase.MESSAGE;
    }

    public Message said() {
        return Message.read(Objects.requireNonNullElse(reply, ""));
    }

    public static String storable(Message message) {
        var stored = message.stored();
        return stored.length() <= LONGEST_REPLY ? stored : readable(message.toString());
    }

    // Foreign text may contain anything, and PostgreSQL rejects NUL.
    public static String readable(String text) {
        var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return Message.storedWords(clean.length() <= LONGEST_REPLY ? clean : clean.substring(0, LONGEST_REPLY));
    }
}
