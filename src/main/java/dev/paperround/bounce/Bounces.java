package dev.paperround.bounce;

import dev.paperround.bounce.BounceAnswer.Result;
import dev.paperround.bounce.BounceLog.Entry;
import dev.paperround.delivery.ReturnedMail;
import dev.paperround.delivery.ReturnedMail.Returned;
import dev.paperround.language.OperatorSentence;
import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.Subscriber;
import dev.paperround.subscription.SuppressionReason;
import dev.paperround.subscription.Suppressions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Takes in what came back. It is believed only where it carries something this program signed. */
@ApplicationScoped
public class Bounces {
    /** More than any mail of ours with a report around it. */
    public static final int LONGEST = 10 << 20;

    private static final int KEPT = 64 * 1024;

    @Inject
    Origin origin;

    @Inject
    BounceLog log;

    @Inject
    ReturnedMail returnedMail;

    @Inject
    Suppressions suppressions;

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
        var email = subscriber.flatMap(it -> EmailAddress.parse(it.email));
        var verdict = Verdict.of(message.get(), origin::isOurs, email);
        if (verdict.isEmpty()) {
            return message.get().isAutoReply()
                    ? new Taken(BounceAnswer.ignored(null, OperatorSentence.AUTO_REPLY.english()), null)
                    : new Taken(null, OperatorSentence.NOT_A_BOUNCE.english());
        }
        proven.flatMap(Origin.Proven::mail).ifPresent(it -> settle(it, verdict.get()));
        return new Taken(
                subscriber
                        .map(it -> record(
                                entry(proven.get(), it, verdict.get(), mail),
                                it,
                                proven.get().mail()))
                        .orElseGet(() -> unproven(proven, verdict.get())),
                null);
    }

    private void settle(Returned mail, Verdict verdict) {
        if (verdict.kind().failed) {
            returnedMail.failed(mail);
        } else {
            returnedMail.taken(mail);
        }
    }

    private BounceAnswer unproven(Optional<Origin.Proven> proven, Verdict verdict) {
        meters.counter("paperround.bounces", "kind", "IGNORED").increment();
        return BounceAnswer.ignored(
                verdict.kind(),
                proven.isPresent()
                        ? OperatorSentence.ERASED_MEANWHILE.english()
                        : OperatorSentence.NOT_SIGNED.english());
    }

    private static Entry entry(Origin.Proven proven, Subscriber subscriber, Verdict verdict, byte[] mail) {
        var raw = Arrays.copyOf(mail, Math.min(mail.length, KEPT));
        return proven.mail()
                .map(it -> new Entry(reference(it.id()), it.id(), it.createdOn(), subscriber.id, verdict, raw))
                .orElseGet(() -> new Entry(
                        "subscriber " + subscriber.id + " " + digest(mail), null, null, subscriber.id, verdict, raw));
    }

    static String reference(long delivery) {
        return "delivery " + delivery;
    }

    private BounceAnswer record(Entry entry, Subscriber subscriber, Optional<Returned> mail) {
        if (!log.add(entry)) {
            return answer(Result.duplicate, entry, subscriber, OperatorSentence.REPORTED_BEFORE);
        }
        var kind = entry.verdict().kind();
        meters.counter("paperround.bounces", "kind", kind.name()).increment();
        var confirmedSince = mail.isPresent()
                && subscriber.confirmedAt != null
                && mail.get().plannedAt().isBefore(subscriber.confirmedAt);
        return switch (kind) {
            case COMPLAINT -> suppress(entry, subscriber, SuppressionReason.COMPLAINT);
            case HARD, SOFT ->
                confirmedSince
                        ? answer(Result.recorded, entry, subscriber, OperatorSentence.CONFIRMED_SINCE)
                        : kind == BounceKind.HARD
                                ? suppress(entry, subscriber, SuppressionReason.HARD_BOUNCE)
                                : soft(entry, subscriber);
            case POLICY -> answer(Result.recorded, entry, subscriber, OperatorSentence.BY_POLICY);
            case DELAYED, RELAYED, EXPANDED, DELIVERED, NOT_SPAM, OTHER ->
                answer(Result.recorded, entry, subscriber, OperatorSentence.NOTHING_TO_DO, kind.words);
        };
    }

    private BounceAnswer soft(Entry entry, Subscriber subscriber) {
        var days = log.softDays(subscriber, entry.on());
        return days < settings.softDays()
                ? answer(Result.recorded, entry, subscriber, OperatorSentence.SOFT_DAYS, days, settings.softDays())
                : suppress(entry, subscriber, SuppressionReason.SOFT_BOUNCES);
    }

    private BounceAnswer suppress(Entry entry, Subscriber subscriber, SuppressionReason reason) {
        EmailAddress.parse(subscriber.email).ifPresent(it -> suppressions.suppress(it, reason));
        log.suppressed(entry);
        return answer(Result.suppressed, entry, subscriber, OperatorSentence.SUPPRESSED_FOR, reason.words);
    }

    private static BounceAnswer answer(
            Result result, Entry entry, Subscriber subscriber, OperatorSentence reason, Object... about) {
        var verdict = entry.verdict();
        var status = verdict.status().isEmpty() ? null : verdict.status();
        return new BounceAnswer(
                result, verdict.kind(), status, entry.delivery(), subscriber.email, reason.toPrograms(about));
    }

    /** Two reports on one subscriber come one after the other, or neither would see that it is the third. */
    private static Optional<Subscriber> locked(Long subscriber) {
        return Optional.ofNullable(Subscriber.findById(subscriber, LockModeType.PESSIMISTIC_WRITE));
    }

    private static String digest(byte[] mail) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(mail));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
