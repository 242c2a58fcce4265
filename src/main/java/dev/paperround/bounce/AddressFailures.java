package dev.paperround.bounce;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SuppressionReason;
import dev.paperround.subscriber.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Decides what a failure that the log has means for the address, whether a reply or a returned mail told of it. */
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

    /** False: nobody of the domain is suppressed for now. */
    boolean hard(BounceLog.Entry entry, Subscriber subscriber) {
        if (entry.on() != null && improbable.holds(subscriber, entry.on())) {
            return false;
        }
        suppress(entry, subscriber, SuppressionReason.HARD_BOUNCE);
        return true;
    }

    /** How many days in a row it failed softly; from the days of the settings on the address is suppressed. */
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
