package dev.paperround.health;

import dev.paperround.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether planning, sending, recording and polling go on. What hangs is told by live, as a new start helps; what fails is told by
 * ready. A source or a relay that cannot be reached is neither.
 */
@ApplicationScoped
class DutyHealthCheck {
    @Inject
    DutyHeartbeats heartbeats;

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> response("Work goes on", heartbeats.silent());
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> response("Work succeeds", heartbeats.troubles());
    }

    private static HealthCheckResponse response(String name, List<LocalizedMessage> troubles) {
        var answer = HealthCheckResponse.named(name).status(troubles.isEmpty());
        if (!troubles.isEmpty()) {
            answer.withData(
                    "trouble", troubles.stream().map(LocalizedMessage::toString).collect(Collectors.joining(" ")));
        }
        return answer.build();
    }
}
