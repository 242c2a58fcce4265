package dev.paperround.bounce;

import dev.paperround.bounce.BounceAnswer.Result;
import dev.paperround.bounce.BounceLog.Entry;
import dev.paperround.delivery.ReturnedMail;
import dev.paperround.delivery.ReturnedMail.Returned;
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
    private static final String NO_MAIL =
            "This is no mail: it should begin with header lines such as “From: …” and “Content-Type: …” (RFC 5322).";
    private static final String NO_BOUNCE =
            "This mail is neither a bounce (RFC 3464, or a notice of qmail or Exim) nor a complaint (RFC 5965): "
                    + "it holds no recipient's Action or Status and no Feedback-Type.";

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
            return new Taken(null, NO_MAIL);
        }
        var proven = origin.of(message.get());
        var subscriber = proven.map(Origin.Proven::subscriber).flatMap(Bounces::locked);
        var email = subscriber.flatMap(it -> EmailAddress.parse(it.email));
        var verdict = Verdict.of(message.get(), origin::isOurs, email);
        if (verdict.isEmpty()) {
            return message.get().isAutoReply()
                    ? new Taken(BounceAnswer.ignored(null, "An automatic reply, not a bounce."), null)
                    : new Taken(null, NO_BOUNCE);
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
                        ? "The subscriber was erased since."
                        : "Nothing in it was signed by this program: it is forged, or about a mail of somebody else.");
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
            return answer(Result.duplicate, entry, subscriber, "The same was reported of this mail before.");
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
                        ? answer(
                                Result.recorded,
                                entry,
                                subscriber,
                                "The subscriber has confirmed since that mail was sent.")
                        : kind == BounceKind.HARD
                                ? suppress(entry, subscriber, SuppressionReason.HARD_BOUNCE)
                                : soft(entry, subscriber);
            case POLICY ->
                answer(
                        Result.recorded,
                        entry,
                        subscriber,
                        "The mail was refused by a policy, which is not the address's fault.");
            case DELAYED, RELAYED, EXPANDED, DELIVERED, NOT_SPAM, OTHER ->
                answer(Result.recorded, entry, subscriber, "Nothing to act upon: " + kind.words + ".");
        };
    }

    private BounceAnswer soft(Entry entry, Subscriber subscriber) {
        var days = log.softDays(subscriber, entry.on());
        return days < settings.softDays()
                ? answer(
                        Result.recorded,
                        entry,
                        subscriber,
                        "Soft bounces on " + days + " of " + settings.softDays() + " days in a row.")
                : suppress(entry, subscriber, SuppressionReason.SOFT_BOUNCES);
    }

    private BounceAnswer suppress(Entry entry, Subscriber subscriber, SuppressionReason reason) {
        EmailAddress.parse(subscriber.email).ifPresent(it -> suppressions.suppress(it, reason));
        log.suppressed(entry);
        return answer(Result.suppressed, entry, subscriber, "Suppressed: " + reason.words + ".");
    }

    private static BounceAnswer answer(Result result, Entry entry, Subscriber subscriber, String reason) {
        var verdict = entry.verdict();
        var status = verdict.status().isEmpty() ? null : verdict.status();
        return new BounceAnswer(result, verdict.kind(), status, entry.delivery(), subscriber.email, reason);
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
