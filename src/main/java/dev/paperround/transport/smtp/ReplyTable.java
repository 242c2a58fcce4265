package dev.paperround.transport.smtp;

import static dev.paperround.transport.smtp.ReplyVerdict.HARD;
import static dev.paperround.transport.smtp.ReplyVerdict.POLICY_RECIPIENT;
import static dev.paperround.transport.smtp.ReplyVerdict.POLICY_SENDER;
import static dev.paperround.transport.smtp.ReplyVerdict.SOFT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The one table for SMTP replies and returned mails: the first row that fits a refusal decides. */
public final class ReplyTable {
    private record Row(ReplyVerdict verdict, Predicate<SmtpReply> fits) {}

    private static final Predicate<SmtpReply> NO_SUCH_MAILBOX = status("5.1.1-4 5.1.6 5.1.10-11 5.1.351 5.4.4 5.4.310");

    /** Such codes say little or nothing, so that the words count. */
    private static final Predicate<SmtpReply> VAGUE = it -> it.status().isEmpty()
            || status("*.0.* *.1.0 *.2.0 *.3.0 *.4.0 *.5.0").test(it);

    private static final List<Row> TABLE = List.of(
            // Who we are, before any recipient was named; and credentials, whenever they are asked for.
            row(POLICY_SENDER, it -> it.phase().isBeforeRecipient()),
            row(POLICY_SENDER, codes(530, 534, 535, 538)),
            row(POLICY_SENDER, status("5.7.3 5.7.8-9 5.7.11-14 5.7.57 5.7.139")),

            // A mailbox or a group that takes no mail from outsiders.
            row(POLICY_RECIPIENT, status("5.7.2 5.7.17-18 5.7.100-137 5.7.193 5.7.520")),
            row(POLICY_RECIPIENT, ReplyWords.RESTRICTED),

            // A mailbox that is full or busy.
            row(SOFT, status("5.2.2 5.2.14 5.2.121-122 4.2.*")),
            row(SOFT, ReplyWords.RECEIVING_TOO_MUCH),
            row(SOFT, ReplyWords.GREYLISTED.and(SmtpReply::isTemporary)),

            // The sender, an identity, a right to relay, a quota.
            row(POLICY_SENDER, status("5.1.7-8 5.1.20 5.1.90 5.4.5")),
            row(POLICY_SENDER, it -> it.namesSender() && !(it.namesAnother() && NO_SUCH_MAILBOX.test(it))),
            row(POLICY_SENDER, ReplyWords.SENDER_REFUSED),
            row(POLICY_SENDER, ReplyWords.NOT_VERIFIED.and(ReplyWords.RECIPIENT_REJECTED.negate())),
            row(POLICY_SENDER, ReplyWords.MAY_NOT_RELAY),
            row(POLICY_SENDER, ReplyWords.OUR_QUOTA),

            // No such mailbox, by its code.
            row(HARD, NO_SUCH_MAILBOX),
            row(HARD, status("5.1.0").and(ReplyWords.NO_SUCH_MAILBOX.or(SmtpReply::namesAnother))),
            row(HARD, status("5.2.1")),
            row(HARD, status("5.4.1").and(ReplyWords.RECIPIENT_REJECTED)),
            row(POLICY_SENDER, status("5.1.0")),

            // Reputation, block lists, authentication of the domain.
            row(POLICY_SENDER, status("5.7.10 5.7.20-32 5.7.40 5.7.50-79 5.7.367 5.7.500-519 5.7.600-799")),
            row(POLICY_SENDER, status("5.7.* 4.7.*").or(VAGUE).and(ReplyWords.REPUTATION)),
            row(POLICY_SENDER, status("5.7.* 4.7.*").and(ReplyWords.OF_OURS)),
            row(SOFT, SmtpReply::isTemporary),

            // This mail to this recipient.
            row(POLICY_RECIPIENT, status("5.7.* 5.6.* 5.3.4 5.2.3 5.5.1-999")),

            // By the words alone.
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

    /** Of a reply that is a refusal, for good or for now. */
    public static ReplyVerdict judge(SmtpReply reply) {
        return find(reply).orElse(SOFT);
    }

    /** Empty: it does not say why. */
    public static Optional<ReplyVerdict> find(SmtpReply reply) {
        return TABLE.stream().filter(it -> it.fits().test(reply)).findFirst().map(Row::verdict);
    }

    /** Whether it is about one mailbox in particular; else the next recipient may well hear the same. */
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
