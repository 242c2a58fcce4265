package dev.paperround;

import dev.paperround.sending.ledger.InstallationGuard;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up all the same: an instance that is taken away could not be told to go on. */
@Readiness
class InstallationReadinessCheck implements HealthCheck {
    @Inject
    InstallationGuard guard;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Mails may leave").up();
        guard.closed().ifPresent(why -> answer.withData("held back", why));
        return answer.build();
    }
}
