package dev.paperround.transport.smtp;

import static dev.paperround.transport.smtp.ReplyVerdict.HARD;
import static dev.paperround.transport.smtp.ReplyVerdict.POLICY_RECIPIENT;
import static dev.paperround.transport.smtp.ReplyVerdict.POLICY_SENDER;
import static dev.paperround.transport.smtp.ReplyVerdict.SOFT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Judges SMTP replies and returned mails by the first matching row. Hand-written, as no library knows these replies.
 */
public final class ReplyTable {
    private record Row(ReplyVerdict verdict, Predicate<SmtpReply> fits) {}

    private static final Predicate<SmtpReply> NO_SUCH_MAILBOX = status("5.1.1-4 5.1.6 5.1.10-11 5.1.351 5.4.4 5.4.310");

    // These codes say little or nothing, so the words count.
    private static final Predicate<SmtpReply> VAGUE = it -> it.status().isEmpty()
            || status("*.0.* *.1.0 *.2.0 *.3.0 *.4.0 *.5.0").test(it);

    private static final List<Row> TABLE = List.of(
            // Replies before any recipient was named, and replies about credentials at any time.
            row(POLICY_SENDER, it -> it.phase().isBeforeRecipient()),
            row(POLICY_SENDER, codes(530, 534, 535, 538)),
            row(POLICY_SENDER, status("5.7.3 5.7.8-9 5.7.11-14 5.7.57 5.7.139")),

            // Mailboxes and groups that accept no mail from outsiders.
            row(POLICY_RECIPIENT, status("5.7.2 5.7.17-18 5.7.100-137 5.7.193 5.7.520")),
            row(POLICY_RECIPIENT, ReplyWords.RESTRICTED),

            // Mailboxes that are full or busy.
            row(SOFT, status("5.2.2 5.2.14 5.2.121-122 4.2.*")),
            row(SOFT, ReplyWords.RECEIVING_TOO_MUCH),
            row(SOFT, ReplyWords.GREYLISTED.and(SmtpReply::isTemporary)),

            // Objections to the sender, an identity, a right to relay or a quota.
            row(POLICY_SENDER, status("5.1.7-8 5.1.20 5.1.90 5.4.5")),
            row(POLICY_SENDER, it -> it.namesSender() && !(it.namesAnother() && NO_SUCH_MAILBOX.test(it))),
            row(POLICY_SENDER, ReplyWords.SENDER_REFUSED),
            row(POLICY_SENDER, ReplyWords.NOT_VERIFIED.and(ReplyWords.RECIPIENT_REJECTED.negate())),
            row(POLICY_SENDER, ReplyWords.MAY_NOT_RELAY),
            row(POLICY_SENDER, ReplyWords.OUR_QUOTA),

            // Missing mailboxes, by code.
            row(HARD, NO_SUCH_MAILBOX),
            row(HARD, status("5.1.0").and(ReplyWords.NO_SUCH_MAILBOX.or(SmtpReply::namesAnother))),
            row(HARD, status("5.2.1")),
            row(HARD, status("5.4.1").and(ReplyWords.RECIPIENT_REJECTED)),
            row(POLICY_SENDER, status("5.1.0")),

            // Reputation, block lists and domain authentication.
            row(POLICY_SENDER, status("5.7.10 5.7.20-32 5.7.40 5.7.50-79 5.7.367 5.7.500-519 5.7.600-799")),
            row(POLICY_SENDER, status("5.7.* 4.7.*").or(VAGUE).and(ReplyWords.REPUTATION)),
            row(POLICY_SENDER, status("5.7.* 4.7.*").and(ReplyWords.OF_OURS)),
            row(SOFT, SmtpReply::isTemporary),

            // Objections to this mail for this recipient.
            row(POLICY_RECIPIENT, status("5.7.* 5.6.* 5.3.4 5.2.3 5.5.1-999")),

            // Decisions by the words alone.
            row(HARD, VAGUE.and(ReplyWords.NO_SUCH_MAILBOX)),
            row(SOFT, VAGUE.and(ReplyWords.FULL)),
            row(POLICY_SENDER, VAGUE.and(ReplyWords.OF_OURS)),
            row(POLICY_RECIPIENT, VAGUE.and(ReplyWords.UNWANTED)));

    private static final Predicate<SmtpReply> OF_A_MAILBOX = status("*.1.* *.2.*")
            .or(ReplyWords.RESTRICTED)
            .or(ReplyWords.RECEIVING_TOO_MUCH)
            .or(ReplyWords.FULL)
            .or(ReplyWords.OF_A_RECIPIENT)
            .or(SmtpReply::namesAnother);

    private ReplyTable() {}

    // The reply must be a refusal, either permanent or temporary.
    public static ReplyVerdict judge(SmtpReply reply) {
        return find(reply).orElse(SOFT);
    }

    // Returns empty if the reply gives no reason.
    public static Optional<ReplyVerdict> find(SmtpReply reply) {
        return TABLE.stream().filter(it -> it.fits().test(reply)).findFirst().map(Row::verdict);
    }

    // If this is false, the next recipient may well get the same reply.
    public static boolean speaksOfAMailbox(SmtpReply reply) {
        return judge(reply) == HARD || judge(reply) != POLICY_SENDER && OF_A_MAILBOX.test(reply);
    }

    private static Row row(ReplyVerdict verdict, Predicate<SmtpReply> fits) {
        return new Row(verdict, fits);
    }

    private static Predicate<SmtpReply> codes(Integer... codes) {
        var all = Set.of(codes);
        return it -> it.code() != null && all.contains(it.code());
    }

    private static Predicate<SmtpReply> status(String codes) {
        var set = StatusSet.of(codes);
        return it -> it.status().filter(set::holds).isPresent();
    }
}
