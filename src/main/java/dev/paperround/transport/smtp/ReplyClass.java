package dev.paperround.transport.smtp;

import dev.paperround.mail.Envelope;
import java.util.Set;

/** Classifies a reply by its subject, by RFC 3463 if it has an enhanced code and by RFC 5321 otherwise. */
public enum ReplyClass {
    ACCEPTED,
    // Only this mail is affected, for now.
    TEMPORARY,
    // The relay has a temporary problem, so the next mail would get the same reply.
    RELAY,
    // The mailbox does not exist or no longer accepts mail.
    ADDRESS,
    // The reply may be about us: one recipient proves nothing, several in a row do.
    SENDER,
    // The reply is about us, regardless of the recipient.
    MAIL_FROM,
    AUTHENTICATION,
    SIZE,
    // The refusal is permanent, but no reason to suppress the address.
    OTHER,
    // As OTHER, but the reply does not say whether it is about this recipient.
    UNSPECIFIC,
    // The connection failed before the body began, so the mail was certainly not sent.
    NOT_SENT,
    // The connection was lost between the start of the body and the reply, so the mail may have been sent.
    UNKNOWN,
    // Our own ledger held the mail back at the last moment.
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

    public boolean isAboutUs() {
        return this == SENDER || this == MAIL_FROM || this == AUTHENTICATION;
    }

    public boolean isTroubleOfTheRelay() {
        return this == RELAY || this == NOT_SENT || this == UNKNOWN;
    }
}
