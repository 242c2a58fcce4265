package dev.paperround.sending.planning;

import dev.paperround.health.Duty;
import dev.paperround.health.DutyHeartbeats;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Predicate;

/** Plans page by page, each in a transaction of its own, until nothing is left or the program stops. */
@ApplicationScoped
class PlanningLoop {
    @Inject
    LateDigests lateDigests;

    @Inject
    DutyHeartbeats heartbeats;

    @Inject
    Tracer tracer;

    private volatile boolean stopping;

    // The page returns whether there may be another.
    void run(Duty duty, Predicate<PlanningTrace> page) {
        var trace = new PlanningTrace(tracer);
        try {
            lateDigests.skipAll();
            var more = true;
            while (more && !stopping) {
                heartbeats.beat(duty);
                more = QuarkusTransaction.requiringNew().call(() -> page.test(trace));
            }
        } catch (RuntimeException e) {
            trace.failed();
            throw e;
        } finally {
            trace.end();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }
}
