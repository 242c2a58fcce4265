package dev.paperround;

import dev.paperround.admin.audit.Audit;
import dev.paperround.meaning.TextVectorTable;
import dev.paperround.sending.correction.DeliveryRetention;
import dev.paperround.sending.correction.SubscriberEraser;
import dev.paperround.subscriber.Consents;
import dev.paperround.subscriber.RetentionSettings;
import dev.paperround.subscriber.signup.PendingSignUps;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Deletes data past its retention period. A failed step is retried after an hour and does not stop the others. */
@ApplicationScoped
class Retention {
    @Inject
    PendingSignUps pending;

    @Inject
    Consents consents;

    @Inject
    SubscriberEraser eraser;

    @Inject
    DeliveryRetention deliveries;

    @Inject
    TextVectorTable texts;

    @Inject
    Audit audit;

    @Inject
    RetentionSettings settings;

    void apply() {
        List.<Runnable>of(
                        pending::expire,
                        consents::forgetNetworks,
                        eraser::anonymiseOrphans,
                        deliveries::forget,
                        texts::forgetUnused,
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
