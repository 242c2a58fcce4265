package dev.paperround.sending.engine;

import dev.paperround.health.FatalErrors;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.DeliveryResult;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.sending.ledger.SendLogWriter;
import dev.paperround.transport.TransportResult;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Marks mails that are about to leave, and records, counts and traces what became of them. */
@Singleton
class DeliveryRecorder {
    @Inject
    SendLogWriter ledger;

    @Inject
    RetryPolicy retryPolicy;

    @Inject
    DeliveryMetrics metrics;

    @Inject
    BatchTraces traces;

    void begin() {
        traces.begin();
    }

    void leased(Collection<LeasedDelivery> deliveries) {
        traces.claimed(deliveries);
    }

    void givenBack(List<LeasedDelivery> deliveries) {
        traces.givenBack(deliveries);
    }

    CompletableFuture<Boolean> mark(LeasedDelivery delivery) {
        return ledger.mark(delivery);
    }

    void skipped(LeasedDelivery delivery, NoMailReason reason, Runnable done) {
        record(DeliveryResult.skipped(delivery, reason), done);
    }

    void notWritten(LeasedDelivery delivery, Throwable failure, Runnable done) {
        record(retryPolicy.notWritten(delivery, failure), done);
    }

    void unavailable(LeasedDelivery delivery, Runnable done) {
        record(retryPolicy.unavailable(delivery), done);
    }

    void record(RenderedMail mail, TransportResult result, Runnable done) {
        record(retryPolicy.result(mail, result), done);
    }

    // The mail was counted when it was refused.
    void reopen(RenderedMail mail, TransportResult result) {
        ledger.record(retryPolicy.reopened(mail, result));
    }

    private void record(DeliveryResult result, Runnable done) {
        ledger.record(result).whenComplete((recorded, failure) -> {
            try {
                metrics.recorded(result);
                traces.settled(result);
            } catch (RuntimeException | Error e) {
                FatalErrors.endProgramAfter(e);
                Log.error("A result was recorded, and not counted.", e);
            } finally {
                done.run();
            }
        });
    }

    void settle(Duration within) throws InterruptedException {
        ledger.settle(within.toMillis());
        metrics.settle();
    }

    void end() {
        traces.end();
    }
}
