package dev.paperround.bounce;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SuppressionReason;
import dev.paperround.subscriber.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Decides the consequences of a logged failure, whether it came as an SMTP reply or as a returned mail. */
@ApplicationScoped
class AddressFailures {
    @Inject
    BounceLog log;

    @Inject
    Suppressions suppressions;

    @Inject
    ImprobableRefusals improbable;

    @Inject
    BounceSettings settings;

    // Returns false while suppression is on hold for the whole domain.
    boolean hard(BounceLog.Entry entry, Subscriber subscriber) {
        if (entry.on() != null && improbable.holds(subscriber, entry.on())) {
            return false;
        }
        suppress(entry, subscriber, SuppressionReason.HARD_BOUNCE);
        return true;
    }

    // Returns the number of consecutive days with soft bounces.
    long soft(BounceLog.Entry entry, Subscriber subscriber) {
        var days = log.softDays(subscriber, entry.on());
        if (days >= settings.softDays()) {
            suppress(entry, subscriber, SuppressionReason.SOFT_BOUNCES);
        }
        return days;
    }

    void suppress(BounceLog.Entry entry, Subscriber subscriber, SuppressionReason reason) {
        EmailAddress.parse(subscriber.email).ifPresent(it -> suppressions.suppress(it, reason));
        log.suppressed(entry);
    }
}
