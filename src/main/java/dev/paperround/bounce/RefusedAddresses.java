package dev.paperround.bounce;

import dev.paperround.delivery.AddressRefused;
import dev.paperround.subscription.Subscriber;
import dev.paperround.transport.EnhancedStatus;
import dev.paperround.transport.ReplyPhase;
import dev.paperround.transport.ReplyTable;
import dev.paperround.transport.ReplyVerdict;
import dev.paperround.transport.SmtpReply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** An address refused while the relay was spoken with is a bounce that needs no mail to tell it. */
@ApplicationScoped
class RefusedAddresses {
    @Inject
    BounceLog log;

    @Inject
    MailboxFailures failures;

    @Transactional
    void take(@Observes AddressRefused refused) {
        var kind = kind(refused);
        if (kind.isPresent()) {
            Subscriber.<Subscriber>findByIdOptional(refused.subscriber())
                    .ifPresent(subscriber -> record(entry(refused, kind.get()), subscriber));
        }
    }

    private void record(BounceLog.Entry entry, Subscriber subscriber) {
        if (log.add(entry)) {
            if (entry.verdict().kind() == BounceKind.HARD) {
                failures.hard(entry, subscriber);
            } else {
                failures.soft(entry, subscriber);
            }
        }
    }

    /** A system that takes nothing for now says nothing of the mailbox. */
    private static Optional<BounceKind> kind(AddressRefused refused) {
        if (refused.noSuchMailbox()) {
            return Optional.of(BounceKind.HARD);
        }
        var reply = SmtpReply.read(refused.reply(), ReplyPhase.RCPT, any -> false);
        return ReplyTable.judge(reply) == ReplyVerdict.SOFT && ReplyTable.speaksOfAMailbox(reply)
                ? Optional.of(BounceKind.SOFT)
                : Optional.empty();
    }

    private static BounceLog.Entry entry(AddressRefused refused, BounceKind kind) {
        var status = EnhancedStatus.ofReply(refused.reply())
                .map(EnhancedStatus::toString)
                .orElse("");
        return new BounceLog.Entry(
                Bounces.reference(refused.delivery()),
                refused.delivery(),
                refused.createdOn(),
                refused.subscriber(),
                new Verdict(kind, status, refused.reply()),
                null);
    }
}
