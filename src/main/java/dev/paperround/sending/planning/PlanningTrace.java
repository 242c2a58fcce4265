package dev.paperround.sending.planning;

import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.Send;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;

/**
 * Traces a planning run and its pages. A run that finds nothing to plan, as most do, never ends its span, so the span
 * is not exported.
 */
final class PlanningTrace {
    private final Tracer tracer;
    private final Span run;
    private final Context context;
    private boolean plannedAny;

    PlanningTrace(Tracer tracer) {
        this.tracer = tracer;
        this.run = tracer.spanBuilder("plan").startSpan();
        this.context = Context.root().with(run);
    }

    Span page() {
        return tracer.spanBuilder("plan page").setParent(context).startSpan();
    }

    void planned(Span page, Send send, List<Plan> plans) {
        plannedAny = true;
        page.setAttribute("paperround.send", send.id)
                .setAttribute("paperround.day", send.day.toString())
                .setAttribute("paperround.subscribers", plans.size())
                .setAttribute(
                        "paperround.mails",
                        plans.stream()
                                .filter(it -> it.state() == DeliveryState.PLANNED)
                                .count())
                .end();
    }

    void failed() {
        plannedAny = true;
        run.setStatus(StatusCode.ERROR);
    }

    void end() {
        if (plannedAny) {
            run.end();
        }
    }
}
