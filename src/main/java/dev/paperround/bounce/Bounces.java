package dev.paperround.bounce;

import dev.paperround.bounce.BounceAnswer.Result;
import dev.paperround.bounce.BounceLog.Entry;
import dev.paperround.delivery.ReturnedMail;
import dev.paperround.delivery.ReturnedMail.Returned;
import dev.paperround.language.OperatorSentence;
import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.Subscriber;
import dev.paperround.subscription.Subscriptions;
import dev.paperround.subscription.SuppressionReason;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Takes in what came back. It is believed only where it carries something this program signed. */
@ApplicationScoped
public class Bounces {
    /** More than any mail of ours with a report around it. */
    public static final int LONGEST = 10 << 20;

    @Inject
    Origin origin;

    @Inject
    BounceLog log;

    @Inject
    ReturnedMail returnedMail;

    @Inject
    MailboxFailures failures;

    @Inject
    Subscriptions subscriptions;

    @Inject
    BounceSettings settings;

    @Inject
    MeterRegistry meters;

    /** What became of it, or why it is none. */
    public record Taken(BounceAnswer answer, String refusal) {}

    @Transactional
    public Taken take(byte[] mail) {
        var message = BounceMessage.read(mail);
        if (message.isEmpty()) {
            return new Taken(null, OperatorSentence.NOT_A_MAIL.english());
        }
        var proven = origin.of(message.get());
        var subscriber = proven.map(Origin.Proven::subscriber).flatMap(Bounces::locked);
        var verdict = origin.unsubscribes(message.get()).isPresent()
                ? Optional.of(new Verdict(BounceKind.UNSUBSCRIBE, "", ""))
                : verdict(message.get(), subscriber);
        var received = new Received(message.get(), mail);
        if (verdict.isEmpty()) {
            return notUnderstood(received, proven, subscriber);
        }
        proven.flatMap(Origin.Proven::mail).ifPresent(it -> settle(it, verdict.get()));
        return answered(subscriber
                .map(it -> record(
                        received.entry(proven.get(), it, verdict.get()),
                        it,
                        proven.get().mail()))
                .orElseGet(() -> ignored(verdict.get().kind(), unproven(proven))));
    }

    private Optional<Verdict> verdict(BounceMessage message, Optional<Subscriber> subscriber) {
        return Verdict.of(message, origin::isOurs, subscriber.flatMap(it -> EmailAddress.parse(it.email)));
    }

    /** With a token of ours it is somebody's, and nothing of that is thrown away unseen. */
    private Taken notUnderstood(Received received, Optional<Origin.Proven> proven, Optional<Subscriber> subscriber) {
        if (received.message().isAutoReply()) {
            return answered(ignored(null, OperatorSentence.AUTO_REPLY));
        }
        if (proven.isEmpty()) {
            return new Taken(null, OperatorSentence.NOT_A_BOUNCE.english());
        }
        var verdict = new Verdict(BounceKind.UNREAD, "", "");
        return answered(subscriber
                .map(it -> record(
                        received.unread(proven.get(), it, verdict),
                        it,
                        proven.get().mail()))
                .orElseGet(() -> ignored(BounceKind.UNREAD, unproven(proven))));
    }

    private static Taken answered(BounceAnswer answer) {
        return new Taken(answer, null);
    }

    private void settle(Returned mail, Verdict verdict) {
        if (verdict.kind().failed) {
            returnedMail.failed(mail);
        } else {
            returnedMail.taken(mail);
        }
    }

    private BounceAnswer ignored(BounceKind kind, OperatorSentence reason) {
        meters.counter("paperround.bounces", "kind", "IGNORED").increment();
        return BounceAnswer.ignored(kind, reason.english());
    }

    private static OperatorSentence unproven(Optional<Origin.Proven> proven) {
        return proven.isPresent() ? OperatorSentence.ERASED_MEANWHILE : OperatorSentence.NOT_SIGNED;
    }

    static String reference(long delivery) {
        return "delivery " + delivery;
    }

    private BounceAnswer record(Entry entry, Subscriber subscriber, Optional<Returned> mail) {
        var kind = entry.verdict().kind();
        if (kind.failed && mail.isEmpty()) {
            return ignored(kind, OperatorSentence.NOT_SIGNED);
        }
        if (kind == BounceKind.UNSUBSCRIBE) {
            subscriptions.unsubscribeByMail(subscriber.id);
        }
        if (!log.add(entry)) {
            return answer(Result.duplicate, entry, subscriber, OperatorSentence.REPORTED_BEFORE);
        }
        meters.counter("paperround.bounces", "kind", kind.name()).increment();
        return followed(entry, subscriber, mail);
    }

    private BounceAnswer followed(Entry entry, Subscriber subscriber, Optional<Returned> mail) {
        var kind = entry.verdict().kind();
        return switch (kind) {
            case COMPLAINT -> suppress(entry, subscriber, SuppressionReason.COMPLAINT);
            case HARD, SOFT ->
                confirmedSince(subscriber, mail)
                        ? answer(Result.recorded, entry, subscriber, OperatorSentence.CONFIRMED_SINCE)
                        : kind == BounceKind.HARD ? hard(entry, subscriber) : soft(entry, subscriber);
            case POLICY -> answer(Result.recorded, entry, subscriber, OperatorSentence.BY_POLICY);
            case UNSUBSCRIBE -> answer(Result.unsubscribed, entry, subscriber, OperatorSentence.UNSUBSCRIBED_BY_MAIL);
            case UNREAD -> answer(Result.recorded, entry, subscriber, OperatorSentence.KEPT_UNREAD);
            case DELAYED, RELAYED, EXPANDED, DELIVERED, NOT_SPAM, OTHER ->
                answer(Result.recorded, entry, subscriber, OperatorSentence.NOTHING_TO_DO, kind.words);
        };
    }

    private static boolean confirmedSince(Subscriber subscriber, Optional<Returned> mail) {
        return mail.isPresent()
                && subscriber.confirmedAt != null
                && mail.get().plannedAt().isBefore(subscriber.confirmedAt);
    }

    private BounceAnswer hard(Entry entry, Subscriber subscriber) {
        return failures.hard(entry, subscriber)
                ? suppressed(entry, subscriber, SuppressionReason.HARD_BOUNCE)
                : answer(Result.recorded, entry, subscriber, OperatorSentence.REFUSALS_HELD);
    }

    private BounceAnswer soft(Entry entry, Subscriber subscriber) {
        var days = failures.soft(entry, subscriber);
        return days < settings.softDays()
                ? answer(Result.recorded, entry, subscriber, OperatorSentence.SOFT_DAYS, days, settings.softDays())
                : suppressed(entry, subscriber, SuppressionReason.SOFT_BOUNCES);
    }

    private BounceAnswer suppress(Entry entry, Subscriber subscriber, SuppressionReason reason) {
        failures.suppress(entry, subscriber, reason);
        return suppressed(entry, subscriber, reason);
    }

    private static BounceAnswer suppressed(Entry entry, Subscriber subscriber, SuppressionReason reason) {
        return answer(Result.suppressed, entry, subscriber, OperatorSentence.SUPPRESSED_FOR, reason.words);
    }

    private static BounceAnswer answer(
            Result result, Entry entry, Subscriber subscriber, OperatorSentence reason, Object... about) {
        var verdict = entry.verdict();
        var status = verdict.status().isEmpty() ? null : verdict.status();
        return new BounceAnswer(
                verdict.kind().verdict(),
                result,
                verdict.kind(),
                status,
                entry.delivery(),
                subscriber.email,
                reason.toPrograms(about));
    }

    /** Two reports on one subscriber come one after the other, or neither would see that it is the third. */
    private static Optional<Subscriber> locked(Long subscriber) {
        return Optional.ofNullable(Subscriber.findById(subscriber, LockModeType.PESSIMISTIC_WRITE));
    }
}
