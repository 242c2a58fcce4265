package dev.paperround.transport.smtp;

import dev.paperround.mail.Envelope;
import dev.paperround.transport.TransportResult.Verdict;
import java.util.Set;

/** Classifies a reply by its subject, by RFC 3463 if it has an enhanced code and by RFC 5321 otherwise. */
public enum ReplyClass {
    ACCEPTED(Verdict.ACCEPTED),
    // Only this mail is affected, for now.
    TEMPORARY(Verdict.LATER),
    // The relay has a temporary problem, so the next mail would get the same reply.
    RELAY(Verdict.UNAVAILABLE),
    // The mailbox does not exist or no longer accepts mail.
    ADDRESS(Verdict.NO_SUCH_RECIPIENT),
    // The reply may be about us: one recipient proves nothing, several in a row do.
    SENDER(Verdict.MAY_REFUSE_US),
    // The reply is about us, regardless of the recipient.
    MAIL_FROM(Verdict.REFUSES_US),
    AUTHENTICATION(Verdict.REFUSES_US),
    SIZE(Verdict.TOO_LARGE),
    // The refusal is permanent, but no reason to suppress the address.
    OTHER(Verdict.REJECTED),
    // As OTHER, but the reply does not say whether it is about this recipient.
    UNSPECIFIC(Verdict.REJECTED),
    // The connection failed before the body began, so the mail was certainly not sent.
    NOT_SENT(Verdict.UNAVAILABLE),
    // The connection was lost between the start of the body and the reply, so the mail may have been sent.
    UNKNOWN(Verdict.UNKNOWN),
    // Our own ledger held the mail back at the last moment.
    WITHHELD(Verdict.WITHHELD);

    private static final Set<String> TOO_LARGE = Set.of("5.2.3", "5.3.4");
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    final Verdict verdict;

    ReplyClass(Verdict verdict) {
        this.verdict = verdict;
    }

    static ReplyClass of(int code, String text, SmtpPhase step, Envelope envelope) {
        if (code < 400) {
            return ACCEPTED;
        }
        if (code == 421 || code < 500 && step.isBeforeRecipient()) {
            return RELAY;
        }
        return of(SmtpReply.read(text, step, envelope::isSender));
    }

    private static ReplyClass of(SmtpReply reply) {
        var verdict = ReplyTable.judge(reply);
        if (verdict == ReplyVerdict.POLICY_SENDER) {
            return LOGIN.contains(reply.code()) ? AUTHENTICATION : reply.phase() == SmtpPhase.MAIL ? MAIL_FROM : SENDER;
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
}
