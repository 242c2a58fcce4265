package dev.paperround.sending.engine;

import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.ledger.DeliveryResult;
import dev.paperround.sending.ledger.LogFields;
import dev.paperround.transport.TransportResult.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Singleton
class DeliveryMetrics {
    private static final Duration[] WITHIN = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofHours(24)
    };

    private final ExecutorService telling =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("refused-addresses", true));

    // Looking counters up in the registry is expensive at thousands of mails per second.
    private final Map<DeliveryState, Counter> deliveries = new ConcurrentHashMap<>();

    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer dueToAccepted;

    @Inject
    Event<AddressRefused> refused;

    @Inject
    DeliveryMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.dueToAccepted = Timer.builder("paperround.due.to.accepted")
                .serviceLevelObjectives(WITHIN)
                .register(meters);
    }

    @PreDestroy
    void stop() {
        telling.shutdownNow();
    }

    void recorded(DeliveryResult result) {
        deliveries.computeIfAbsent(result.state(), this::counter).increment();
        var outcome = result.outcome();
        if (Log.isDebugEnabled()) {
            LogFields.of(
                    result.delivery(),
                    () -> Log.debugf(
                            "Delivery %d: %s. %s",
                            result.delivery().id(), result.state().word, outcome == null ? "" : outcome.said()));
        }
        if (outcome == null) {
            return;
        }
        if (result.state() == DeliveryState.SENT) {
            var due = result.delivery().dueAt().orElse(result.delivery().plannedAt());
            dueToAccepted.record(Duration.between(due, clock.instant()));
        }
        if (outcome.verdict() == Verdict.TOO_LARGE) {
            LogFields.of(
                    result.delivery(),
                    () -> Log.errorf(
                            "The mail of delivery %d was too large: %s",
                            result.delivery().id(), outcome.said()));
        }
        if (tellsOfAMailbox(result)) {
            var event = new AddressRefused(
                    result.delivery().subscriber(),
                    result.delivery().id(),
                    result.delivery().createdOn(),
                    outcome.verdict() == Verdict.NO_SUCH_RECIPIENT,
                    outcome.reply());
            telling.execute(() -> tell(event));
        }
    }

    private static boolean tellsOfAMailbox(DeliveryResult result) {
        return result.state() == DeliveryState.REJECTED
                && result.outcome().code() != null
                && switch (result.outcome().verdict()) {
                    case NO_SUCH_RECIPIENT, REJECTED, LATER -> true;
                    default -> false;
                };
    }

    private Counter counter(DeliveryState state) {
        return meters.counter("paperround.deliveries", "outcome", state.name().toLowerCase(Locale.ROOT));
    }

    private void tell(AddressRefused event) {
        try {
            refused.fire(event);
        } catch (RuntimeException e) {
            Log.errorf(
                    e, "That the mailbox of subscriber %d refused a mail was not taken note of.", event.subscriber());
        }
    }

    // Waits until everything recorded so far has been reported.
    void settle() {
        CompletableFuture.runAsync(() -> {}, telling).join();
    }
}
