package dev.paperround.transport.smtp;

import dev.paperround.mail.Envelope;
import java.util.Set;

/** What a reply is about (RFC 3463 where it says so, else RFC 5321), and so what is to be done. */
public enum ReplyClass {
    ACCEPTED,
    /** This mail, for now. */
    TEMPORARY,
    /** The relay, for now: whoever comes next would hear the same. */
    RELAY,
    /** The mailbox does not exist or takes nothing any more. */
    ADDRESS,
    /** Us: one recipient alone proves nothing, several in a row do. */
    SENDER,
    /** Us, whoever the recipient is. */
    MAIL_FROM,
    /** Our credentials. */
    AUTHENTICATION,
    SIZE,
    /** Refused for good, and nobody is to be suppressed for it. */
    OTHER,
    /** The like, without a word on whether it is about this recipient. */
    UNSPECIFIC,
    /** The connection was lost, or never was, before the body had begun. */
    NOT_SENT,
    /** The connection was lost after the body had begun and before the reply. */
    UNKNOWN,
    /** Kept back by the ledger at the last moment. */
    WITHHELD;

    private static final Set<String> TOO_LARGE = Set.of("5.2.3", "5.3.4");
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    static ReplyClass of(int code, String text, SmtpPhase step, Envelope envelope) {
        if (code < 400) {
            return ACCEPTED;
        }
        if (code == 421 || code < 500 && (step == SmtpPhase.SESSION || step == SmtpPhase.MAIL)) {
            return RELAY;
        }
        return of(SmtpReply.read(text, step.phase, envelope::isSender));
    }

    private static ReplyClass of(SmtpReply reply) {
        var verdict = ReplyTable.judge(reply);
        if (verdict == ReplyVerdict.POLICY_SENDER) {
            return LOGIN.contains(reply.code())
                    ? AUTHENTICATION
                    : reply.phase() == ReplyPhase.MAIL ? MAIL_FROM : SENDER;
        }
        if (reply.code() < 500) {
            return TEMPORARY;
        }
        if (verdict == ReplyVerdict.HARD) {
            return ADDRESS;
        }
        return isTooLarge(reply) ? SIZE : ReplyTable.speaksOfAMailbox(reply) ? OTHER : UNSPECIFIC;
    }

    private static boolean isTooLarge(SmtpReply reply) {
        return reply.status()
                .map(EnhancedStatus::toString)
                .filter(TOO_LARGE::contains)
                .isPresent();
    }

    /** Nothing about the mail or its recipient. */
    public boolean isAboutUs() {
        return this == SENDER || this == MAIL_FROM || this == AUTHENTICATION;
    }

    public boolean isTroubleOfTheRelay() {
        return this == RELAY || this == NOT_SENT || this == UNKNOWN;
    }
}
