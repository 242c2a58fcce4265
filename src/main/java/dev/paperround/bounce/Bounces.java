package dev.paperround.bounce;

import dev.paperround.bounce.BounceLog.Entry;
import dev.paperround.bounce.BounceResult.Result;
import dev.paperround.bounce.message.BounceClassification;
import dev.paperround.bounce.message.BounceKind;
import dev.paperround.bounce.message.BounceMessage;
import dev.paperround.i18n.BounceMessages;
import dev.paperround.i18n.Message;
import dev.paperround.sending.correction.ReturnedMail;
import dev.paperround.sending.correction.ReturnedMail.Returned;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SuppressionReason;
import dev.paperround.subscriber.signup.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Takes in returned mails. A bounce is believed only if it carries a reference that this program signed. */
@ApplicationScoped
public class Bounces {
    // In bytes; larger than any mail of ours with a report around it.
    public static final int LONGEST = 10 << 20;

    @Inject
    BounceOwner owner;

    @Inject
    BounceLog log;

    @Inject
    ReturnedMail returnedMail;

    @Inject
    AddressFailures failures;

    @Inject
    Subscriptions subscriptions;

    @Inject
    BounceSettings settings;

    @Inject
    MeterRegistry meters;

    public record Taken(BounceResult answer, Message refusal) {}

    @Transactional
    public Taken take(byte[] mail) {
        var message = BounceMessage.read(mail);
        if (message.isEmpty()) {
            return new Taken(null, Message.of(BounceMessages.class, say -> say.notAMail()));
        }
        var proven = owner.of(message.get());
        var subscriber = proven.map(BounceOwner.Proven::subscriber).flatMap(Bounces::locked);
        var verdict = owner.unsubscribes(message.get()).isPresent()
                ? Optional.of(new BounceClassification(BounceKind.UNSUBSCRIBE, "", ""))
                : verdict(message.get(), subscriber);
        var received = new ReceivedBounce(message.get(), mail);
        if (verdict.isEmpty()) {
            return notUnderstood(received, proven, subscriber);
        }
        proven.flatMap(BounceOwner.Proven::mail).ifPresent(it -> settle(it, verdict.get()));
        return answered(subscriber
                .map(it -> record(
                        received.entry(proven.get(), it, verdict.get()),
                        it,
                        proven.get().mail()))
                .orElseGet(() -> ignored(verdict.get().kind(), unproven(proven))));
    }

    private Optional<BounceClassification> verdict(BounceMessage message, Optional<Subscriber> subscriber) {
        return BounceClassification.of(message, owner::isOurs, subscriber.flatMap(it -> EmailAddress.parse(it.email)));
    }

    // A mail with a valid token is about a real subscriber, so it is kept for review even if it cannot be understood.
    private Taken notUnderstood(
            ReceivedBounce received, Optional<BounceOwner.Proven> proven, Optional<Subscriber> subscriber) {
        if (received.message().isAutoReply()) {
            return answered(ignored(null, Message.of(BounceMessages.class, say -> say.autoReply())));
        }
        if (proven.isEmpty()) {
            return new Taken(null, Message.of(BounceMessages.class, say -> say.notABounce()));
        }
        var verdict = new BounceClassification(BounceKind.UNREAD, "", "");
        return answered(subscriber
                .map(it -> record(
                        received.unread(proven.get(), it, verdict),
                        it,
                        proven.get().mail()))
                .orElseGet(() -> ignored(BounceKind.UNREAD, unproven(proven))));
    }

    private static Taken answered(BounceResult answer) {
        return new Taken(answer, null);
    }

    private void settle(Returned mail, BounceClassification verdict) {
        if (verdict.kind().failed) {
            returnedMail.failed(mail);
        } else {
            returnedMail.taken(mail);
        }
    }

    private BounceResult ignored(BounceKind kind, Message reason) {
        meters.counter("paperround.bounces", "kind", "IGNORED").increment();
        return BounceResult.ignored(kind, reason);
    }

    private static Message unproven(Optional<BounceOwner.Proven> proven) {
        return proven.isPresent()
                ? Message.of(BounceMessages.class, say -> say.erasedMeanwhile())
                : Message.of(BounceMessages.class, say -> say.notSigned());
    }

    static String reference(long delivery) {
        return "delivery " + delivery;
    }

    private BounceResult record(Entry entry, Subscriber subscriber, Optional<Returned> mail) {
        var kind = entry.verdict().kind();
        if (kind.failed && mail.isEmpty()) {
            return ignored(kind, Message.of(BounceMessages.class, say -> say.notSigned()));
        }
        if (kind == BounceKind.UNSUBSCRIBE) {
            subscriptions.unsubscribeByMail(subscriber.id);
        }
        if (!log.add(entry)) {
            return answer(
                    Result.duplicate, entry, subscriber, Message.of(BounceMessages.class, say -> say.reportedBefore()));
        }
        meters.counter("paperround.bounces", "kind", kind.name()).increment();
        return followed(entry, subscriber, mail);
    }

    private BounceResult followed(Entry entry, Subscriber subscriber, Optional<Returned> mail) {
        var kind = entry.verdict().kind();
        return switch (kind) {
            case COMPLAINT -> suppress(entry, subscriber, SuppressionReason.COMPLAINT);
            case HARD, SOFT ->
                confirmedSince(subscriber, mail)
                        ? answer(
                                Result.recorded,
                                entry,
                                subscriber,
                                Message.of(BounceMessages.class, say -> say.confirmedSince()))
                        : kind == BounceKind.HARD ? hard(entry, subscriber) : soft(entry, subscriber);
            case POLICY ->
                answer(Result.recorded, entry, subscriber, Message.of(BounceMessages.class, say -> say.byPolicy()));
            case UNSUBSCRIBE ->
                answer(
                        Result.unsubscribed,
                        entry,
                        subscriber,
                        Message.of(BounceMessages.class, say -> say.unsubscribedByMail()));
            case UNREAD ->
                answer(Result.recorded, entry, subscriber, Message.of(BounceMessages.class, say -> say.keptUnread()));
            case DELAYED, RELAYED, EXPANDED, DELIVERED, NOT_SPAM, OTHER ->
                answer(
                        Result.recorded,
                        entry,
                        subscriber,
                        Message.of(BounceMessages.class, say -> say.nothingToDo(kind.words)));
        };
    }

    private static boolean confirmedSince(Subscriber subscriber, Optional<Returned> mail) {
        return mail.isPresent()
                && subscriber.confirmedAt != null
                && mail.get().plannedAt().isBefore(subscriber.confirmedAt);
    }

    private BounceResult hard(Entry entry, Subscriber subscriber) {
        return failures.hard(entry, subscriber)
                ? suppressed(entry, subscriber, SuppressionReason.HARD_BOUNCE)
                : answer(
                        Result.recorded,
                        entry,
                        subscriber,
                        Message.of(BounceMessages.class, say -> say.refusalsHeld()));
    }

    private BounceResult soft(Entry entry, Subscriber subscriber) {
        var days = failures.soft(entry, subscriber);
        return days < settings.softDays()
                ? answer(
                        Result.recorded,
                        entry,
                        subscriber,
                        Message.of(BounceMessages.class, say -> say.softDays(days, settings.softDays())))
                : suppressed(entry, subscriber, SuppressionReason.SOFT_BOUNCES);
    }

    private BounceResult suppress(Entry entry, Subscriber subscriber, SuppressionReason reason) {
        failures.suppress(entry, subscriber, reason);
        return suppressed(entry, subscriber, reason);
    }

    private static BounceResult suppressed(Entry entry, Subscriber subscriber, SuppressionReason reason) {
        return answer(
                Result.suppressed,
                entry,
                subscriber,
                Message.of(BounceMessages.class, say -> say.suppressedFor(reason.words)));
    }

    private static BounceResult answer(Result result, Entry entry, Subscriber subscriber, Message reason) {
        var verdict = entry.verdict();
        var status = verdict.status().isEmpty() ? null : verdict.status();
        return new BounceResult(
                verdict.kind().verdict(), result, verdict.kind(), status, entry.delivery(), subscriber.email, reason);
    }

    // Locks the subscriber, so that concurrent reports are counted one after the other and the limit is noticed.
    private static Optional<Subscriber> locked(Long subscriber) {
        return Optional.ofNullable(Subscriber.findById(subscriber, LockModeType.PESSIMISTIC_WRITE));
    }
}
