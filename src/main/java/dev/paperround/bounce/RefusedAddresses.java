package dev.paperround.bounce;

import dev.paperround.bounce.message.BounceClassification;
import dev.paperround.bounce.message.BounceKind;
import dev.paperround.sending.engine.AddressRefused;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.transport.smtp.EnhancedStatus;
import dev.paperround.transport.smtp.ReplyTable;
import dev.paperround.transport.smtp.ReplyVerdict;
import dev.paperround.transport.smtp.SmtpPhase;
import dev.paperround.transport.smtp.SmtpReply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Records an address that the relay refused during the SMTP session as a bounce, since no bounce mail will follow. */
@ApplicationScoped
class RefusedAddresses {
    @Inject
    BounceLog log;

    @Inject
    AddressFailures failures;

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

    // A temporary refusal by the whole system says nothing about the mailbox.
    private static Optional<BounceKind> kind(AddressRefused refused) {
        if (refused.noSuchMailbox()) {
            return Optional.of(BounceKind.HARD);
        }
        var reply = SmtpReply.read(refused.reply(), SmtpPhase.RCPT, any -> false);
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
                new BounceClassification(kind, status, refused.reply()),
                null);
    }
}
