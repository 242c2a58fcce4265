package dev.paperround.sending.engine;

import dev.paperround.health.Backoff;
import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.DigestDeadline;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.DeliveryResult;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.transport.CircuitBreaker;
import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportResult.Phase;
import dev.paperround.transport.TransportResult.Verdict;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

@Singleton
public class RetryPolicy {
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 16;
    private static final double SPREAD = 0.2;

    private final DeliverySettings settings;
    private final Clock clock;
    private final Backoff backoff;
    private final Backoff whenWeAreRefused;

    @Inject
    RetryPolicy(DeliverySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var first = settings.retryAfter();
        this.backoff = new Backoff(first, first.multipliedBy(1L << MOST_DOUBLINGS), SPREAD);
        this.whenWeAreRefused =
                new Backoff(first, CircuitBreaker.afterRefusals(first).longest(), SPREAD);
    }

    public DeliveryResult result(RenderedMail mail, TransportResult result) {
        var delivery = mail.delivery();
        return switch (result.verdict()) {
            case ACCEPTED -> DeliveryResult.ended(delivery, DeliveryState.SENT, result);
            case REJECTED, NO_SUCH_RECIPIENT, TOO_LARGE ->
                DeliveryResult.ended(delivery, DeliveryState.REJECTED, result);
            case UNKNOWN -> keeping(mail, DeliveryResult.ended(delivery, DeliveryState.UNKNOWN, result));
            case LATER, UNAVAILABLE, MAY_REFUSE_US, REFUSES_US -> keeping(mail, later(delivery, result));
            case WITHHELD -> throw new IllegalArgumentException("What was kept back has no result.");
        };
    }

    public DeliveryResult notWritten(LeasedDelivery delivery, Throwable failure) {
        return later(delivery, TransportResult.notWritten(failure));
    }

    DeliveryResult unavailable(LeasedDelivery delivery) {
        return later(delivery, new TransportResult(Verdict.UNAVAILABLE, Phase.BEFORE_MESSAGE, null, null));
    }

    // The delivery was recorded as rejected, so this attempt is already counted.
    DeliveryResult reopened(RenderedMail mail, TransportResult result) {
        return keeping(mail, retry(mail.delivery(), result, nextAttempt(mail.delivery(), result)))
                .reopened();
    }

    private DeliveryResult later(LeasedDelivery delivery, TransportResult result) {
        var next = nextAttempt(delivery, result);
        return delivery.dueAt()
                .map(due -> inTime(delivery, result, next, DigestDeadline.of(due)))
                .orElseGet(() -> laterByHand(delivery, result, next));
    }

    // The last attempt of a scheduled digest is brought forward to a time at which it can still leave.
    private DeliveryResult inTime(LeasedDelivery delivery, TransportResult result, Instant wanted, Instant latest) {
        var last = latest.minus(settings.retryAfter());
        var next = wanted.isBefore(last) ? wanted : last;
        return next.isAfter(clock.instant())
                ? retry(delivery, result, next)
                : DeliveryResult.ended(delivery, DeliveryState.SKIPPED, result).because(NoMailReason.TOO_LATE);
    }

    private static DeliveryResult laterByHand(LeasedDelivery delivery, TransportResult result, Instant next) {
        return next.isAfter(delivery.plannedAt().plus(GIVE_UP_AFTER))
                ? DeliveryResult.ended(delivery, DeliveryState.REJECTED, result).because(NoMailReason.GAVE_UP)
                : retry(delivery, result, next);
    }

    // A problem that any mail would have met costs no attempt, unless the mail had already left.
    private static DeliveryResult retry(LeasedDelivery delivery, TransportResult result, Instant next) {
        var free = result.verdict() == Verdict.REFUSES_US
                || result.verdict() == Verdict.UNAVAILABLE && !result.mayHaveLeft();
        var attempts = free ? delivery.attempts() : delivery.attempt();
        return new DeliveryResult(delivery, DeliveryState.RETRY, result, null, next, attempts, null, false);
    }

    private static DeliveryResult keeping(RenderedMail mail, DeliveryResult result) {
        var again = result.state() == DeliveryState.RETRY || result.state() == DeliveryState.UNKNOWN;
        var left = again
                && result.outcome().mayHaveLeft()
                && mail.delivery().message().isEmpty();
        return left ? result.keeping(mail.message().bytes()) : result;
    }

    private Instant nextAttempt(LeasedDelivery delivery, TransportResult result) {
        var aboutUs = result.verdict() == Verdict.REFUSES_US || result.verdict() == Verdict.MAY_REFUSE_US;
        var wait = (aboutUs ? whenWeAreRefused : backoff).after(delivery.attempts());
        var asked = result.retryAfter().orElse(Duration.ZERO);
        return clock.instant().plus(asked.compareTo(wait) > 0 ? asked : wait);
    }
}
