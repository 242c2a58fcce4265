package dev.paperround.delivery;

import dev.paperround.transport.EnhancedStatus;
import dev.paperround.transport.ReplyTable;
import dev.paperround.transport.ReplyVerdict;
import dev.paperround.transport.SmtpReply;
import java.util.Set;

/** What a reply is about (RFC 3463 where it says so, else RFC 5321), and so what is to be done. */
enum ReplyClass {
    ACCEPTED,
    /** This mail, for now. */
    TEMPORARY,
    /** The relay, for now: whoever comes next would hear the same. */
    RELAY,
    /** The mailbox does not exist or takes nothing any more. */
    ADDRESS,
    POLICY,
    AUTHENTICATION,
    SIZE,
    /** Refused for good, and nobody is to be suppressed for it. */
    OTHER,
    /** The connection was lost, or never was, before the body had begun. */
    NOT_SENT,
    /** The connection was lost after the body had begun and before the reply. */
    UNKNOWN,
    /** Kept back by the ledger at the last moment. */
    WITHHELD;

    private static final Set<String> TOO_LARGE = Set.of("5.2.3", "5.3.4");
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    static ReplyClass of(int code, String text, Step step, Envelope envelope) {
        if (code < 400) {
            return ACCEPTED;
        }
        if (code == 421 || code < 500 && (step == Step.SESSION || step == Step.MAIL)) {
            return RELAY;
        }
        return of(SmtpReply.read(text, step.phase, envelope::isSender));
    }

    private static ReplyClass of(SmtpReply reply) {
        var verdict = ReplyTable.judge(reply);
        if (verdict == ReplyVerdict.POLICY_SENDER) {
            return LOGIN.contains(reply.code()) ? AUTHENTICATION : POLICY;
        }
        if (reply.code() < 500) {
            return TEMPORARY;
        }
        return verdict == ReplyVerdict.HARD ? ADDRESS : isTooLarge(reply) ? SIZE : OTHER;
    }

    private static boolean isTooLarge(SmtpReply reply) {
        return reply.status()
                .map(EnhancedStatus::toString)
                .filter(TOO_LARGE::contains)
                .isPresent();
    }

    boolean isTroubleOfTheRelay() {
        return this == RELAY || this == NOT_SENT || this == UNKNOWN;
    }
}
