package dev.paperround.health;

import dev.paperround.i18n.Message;
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
 * Reports hanging tasks as not live, because a restart helps, and failing tasks as not ready. An unreachable source or
 * relay counts as neither.
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

    private static HealthCheckResponse response(String name, List<Message> troubles) {
        var answer = HealthCheckResponse.named(name).status(troubles.isEmpty());
        if (!troubles.isEmpty()) {
            answer.withData("trouble", troubles.stream().map(Message::toString).collect(Collectors.joining(" ")));
        }
        return answer.build();
    }
}
