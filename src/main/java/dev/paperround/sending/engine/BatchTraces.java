package dev.paperround.sending.engine;

import dev.paperround.sending.ledger.DeliveryResult;
import dev.paperround.sending.ledger.LeasedDelivery;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records one span per claimed batch, from the claim until the ledger has every result. A span per mail would add as
 * many records as the ledger has rows, and say less.
 */
@Singleton
class BatchTraces {
    private static final String GIVEN_BACK = "given_back";

    private final Tracer tracer;
    private final Map<String, Batch> batches = new ConcurrentHashMap<>();
    private volatile Span run = Span.getInvalid();
    private volatile boolean claimedAny;

    @Inject
    BatchTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    void begin() {
        run = tracer.spanBuilder("deliver").startSpan();
        claimedAny = false;
    }

    void claimed(Collection<LeasedDelivery> deliveries) {
        if (!run.isRecording() || deliveries.isEmpty()) {
            return;
        }
        claimedAny = true;
        var first = deliveries.iterator().next();
        var span = tracer.spanBuilder("deliver batch")
                .setParent(Context.root().with(run))
                .setAttribute("paperround.send", first.send())
                .setAttribute("paperround.mails", deliveries.size())
                .startSpan();
        batches.put(first.owner(), new Batch(span, deliveries.size()));
    }

    void settled(DeliveryResult result) {
        left(result.delivery(), result.state().name().toLowerCase(Locale.ROOT));
    }

    void givenBack(List<LeasedDelivery> deliveries) {
        deliveries.forEach(it -> left(it, GIVEN_BACK));
    }

    private void left(LeasedDelivery delivery, String outcome) {
        var batch = batches.get(delivery.owner());
        if (batch != null && batch.left(outcome)) {
            batches.remove(delivery.owner());
        }
    }

    // Deliveries without a result are reported as they are; a run that claimed nothing is not reported at all.
    void end() {
        batches.values().forEach(Batch::end);
        batches.clear();
        if (claimedAny) {
            run.end();
        }
    }

    private static final class Batch {
        private final Span span;
        private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
        private int open;

        Batch(Span span, int open) {
            this.span = span;
            this.open = open;
        }

        synchronized boolean left(String outcome) {
            outcomes.merge(outcome, 1, Integer::sum);
            open--;
            if (open == 0) {
                end();
            }
            return open == 0;
        }

        synchronized void end() {
            outcomes.forEach((outcome, mails) -> span.setAttribute("paperround.mails." + outcome, mails));
            span.end();
        }
    }
}
