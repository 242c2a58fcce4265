package dev.paperround;

import dev.paperround.sending.installation.InstallationGuard;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

// Reports "up" even while mails are held back: an instance taken out of rotation could not be told to resume.
@Readiness
class InstallationReadinessCheck implements HealthCheck {
    @Inject
    InstallationGuard guard;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Mails may leave").up();
        guard.closed().ifPresent(why -> answer.withData("held back", why.toString()));
        return answer.build();
    }
}
