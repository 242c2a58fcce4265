package dev.paperround;

import dev.paperround.admin.Audit;
import dev.paperround.delivery.Forgetting;
import dev.paperround.delivery.OldDeliveries;
import dev.paperround.subscription.Consents;
import dev.paperround.subscription.PendingSignUps;
import dev.paperround.subscription.RetentionSettings;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What is old goes. One that fails is tried again at the next hour and keeps the others from nothing. */
@ApplicationScoped
class Retention {
    @Inject
    PendingSignUps pending;

    @Inject
    Consents consents;

    @Inject
    Forgetting forgetting;

    @Inject
    OldDeliveries deliveries;

    @Inject
    Audit audit;

    @Inject
    RetentionSettings settings;

    void apply() {
        List.<Runnable>of(
                        pending::expire,
                        consents::forgetNetworks,
                        forgetting::anonymiseOrphans,
                        deliveries::forget,
                        () -> audit.purge(settings.audit()))
                .forEach(Retention::isolated);
    }

    private static void isolated(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            Log.error("Something old could not be forgotten; it is tried again in an hour.", e);
        }
    }
}
