package dev.paperround.bounce;

import dev.paperround.delivery.AddressRefused;
import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.Subscriber;
import dev.paperround.subscription.SuppressionReason;
import dev.paperround.subscription.Suppressions;
import dev.paperround.transport.EnhancedStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** An address refused while the relay was spoken with is a hard bounce that needs no mail to tell it. */
@ApplicationScoped
class RefusedAddresses {
    @Inject
    BounceLog log;

    @Inject
    Suppressions suppressions;

    @Transactional
    void suppress(@Observes AddressRefused refused) {
        Subscriber.<Subscriber>findByIdOptional(refused.subscriber()).ifPresent(subscriber -> {
            var status = EnhancedStatus.ofReply(refused.reply())
                    .map(EnhancedStatus::toString)
                    .orElse("");
            var entry = new BounceLog.Entry(
                    Bounces.reference(refused.delivery()),
                    refused.delivery(),
                    null,
                    refused.subscriber(),
                    new Verdict(BounceKind.HARD, status, refused.reply()),
                    null);
            if (log.add(entry)) {
                EmailAddress.parse(subscriber.email)
                        .ifPresent(it -> suppressions.suppress(it, SuppressionReason.HARD_BOUNCE));
                log.suppressed(entry);
            }
        });
    }
}
