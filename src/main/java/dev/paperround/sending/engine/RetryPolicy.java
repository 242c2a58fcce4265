package dev.paperround.sending.engine;

import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.DigestDeadline;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.DeliveryResult;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.transport.CircuitBreaker;
import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.smtp.ReplyClass;
import dev.paperround.transport.smtp.SmtpResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

@Singleton
public class RetryPolicy {
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    @Inject
    DeliverySettings settings;

    @Inject
    Clock clock;

    public DeliveryResult result(RenderedMail mail, SmtpResult outcome) {
        var delivery = mail.delivery();
        return switch (outcome.about()) {
            case ACCEPTED -> DeliveryResult.ended(delivery, DeliveryState.SENT, outcome);
            case ADDRESS, SIZE, OTHER, UNSPECIFIC -> DeliveryResult.ended(delivery, DeliveryState.REJECTED, outcome);
            case UNKNOWN -> keeping(mail, DeliveryResult.ended(delivery, DeliveryState.UNKNOWN, outcome));
            case SENDER, MAIL_FROM, AUTHENTICATION, TEMPORARY, RELAY, NOT_SENT ->
                keeping(mail, later(delivery, outcome));
            case WITHHELD -> throw new IllegalArgumentException("What was kept back has no result.");
        };
    }

    public DeliveryResult notWritten(LeasedDelivery delivery, Throwable failure) {
        return later(delivery, SmtpResult.notWritten(failure));
    }

    // The delivery was recorded as rejected, so this attempt is already counted.
    DeliveryResult reopened(RenderedMail mail, SmtpResult outcome) {
        var delivery = mail.delivery();
        var next = nextAttempt(delivery.attempts(), true);
        return keeping(mail, retry(delivery, outcome, next)).reopened();
    }

    private DeliveryResult later(LeasedDelivery delivery, SmtpResult outcome) {
        var next = nextAttempt(delivery.attempts(), outcome.about().isAboutUs());
        return delivery.dueAt()
                .map(due -> inTime(delivery, outcome, next, DigestDeadline.of(due)))
                .orElseGet(() -> laterByHand(delivery, outcome, next));
    }

    // The last attempt of a scheduled digest is brought forward to a time at which it can still leave.
    private DeliveryResult inTime(LeasedDelivery delivery, SmtpResult outcome, Instant wanted, Instant latest) {
        var last = latest.minus(settings.retryAfter());
        var next = wanted.isBefore(last) ? wanted : last;
        return next.isAfter(clock.instant())
                ? retry(delivery, outcome, next)
                : DeliveryResult.ended(delivery, DeliveryState.SKIPPED, outcome).because(NoMailReason.TOO_LATE);
    }

    private static DeliveryResult laterByHand(LeasedDelivery delivery, SmtpResult outcome, Instant next) {
        return next.isAfter(delivery.plannedAt().plus(GIVE_UP_AFTER))
                ? DeliveryResult.ended(delivery, DeliveryState.REJECTED, outcome)
                        .because(NoMailReason.GAVE_UP)
                : retry(delivery, outcome, next);
    }

    // A problem with the relay costs no attempt, unless the mail had already left.
    private static DeliveryResult retry(LeasedDelivery delivery, SmtpResult outcome, Instant next) {
        var about = outcome.about();
        var free = about == ReplyClass.MAIL_FROM
                || about == ReplyClass.AUTHENTICATION
                || about.isTroubleOfTheRelay() && !outcome.bodyBegun();
        var attempts = free ? delivery.attempts() : delivery.attempt();
        return new DeliveryResult(delivery, DeliveryState.RETRY, outcome, null, next, attempts, null, false);
    }

    private static DeliveryResult keeping(RenderedMail mail, DeliveryResult result) {
        var again = result.state() == DeliveryState.RETRY || result.state() == DeliveryState.UNKNOWN;
        var left = again
                && result.outcome().bodyBegun()
                && mail.delivery().message().isEmpty();
        return left ? result.keeping(mail.message().bytes()) : result;
    }

    private Instant nextAttempt(int attemptsBefore, boolean aboutUs) {
        var doubled = settings.retryAfter().multipliedBy(1L << Math.min(attemptsBefore, 16));
        // The relay is probed again by then in any case.
        var longest = settings.retryAfter().compareTo(CircuitBreaker.LONGEST_REFUSED) < 0
                ? CircuitBreaker.LONGEST_REFUSED
                : settings.retryAfter();
        var wait = aboutUs && doubled.compareTo(longest) > 0 ? longest : doubled;
        var jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        return clock.instant().plusMillis((long) (wait.toMillis() * jitter));
    }
}
