package dev.paperround.transport;

import dev.paperround.i18n.Failures;
import java.time.Duration;
import java.util.Optional;

/**
 * Says what became of a message. The {@code code} and {@code reply} are the server's own, if it has answered; {@code
 * retryAfter} is the wait it asked for.
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
        return new TransportResult(verdict, phase, null, readable(Failures.toPrograms(cause)));
    }

    public static TransportResult notWritten(Throwable cause) {
        var reply = readable("The mail could not be written: " + Failures.toPrograms(cause));
        return new TransportResult(Verdict.LATER, Phase.BEFORE_MESSAGE, null, reply);
    }

    public TransportResult withReply(String other) {
        return new TransportResult(verdict, phase, code, other, retryAfter);
    }

    public boolean mayHaveLeft() {
        return phase == Phase.MESSAGE;
    }

    // Foreign text may contain anything, and PostgreSQL rejects NUL.
    public static String readable(String text) {
        var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= LONGEST_REPLY ? clean : clean.substring(0, LONGEST_REPLY);
    }
}
