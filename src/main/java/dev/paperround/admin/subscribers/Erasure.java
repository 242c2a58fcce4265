package dev.paperround.admin.subscribers;

import dev.paperround.admin.AuditContext;
import dev.paperround.sending.ledger.SubscriberEraser;
import dev.paperround.subscriber.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
class Erasure {
    @Inject
    SubscriberEraser eraser;

    @Inject
    AuditContext act;

    /** False: nobody is known by this address; what else may name it is forgotten all the same. */
    boolean erase(String typed) {
        var address = EmailAddress.parse(typed);
        address.ifPresent(act::on);
        var erased = address.map(eraser::erase).orElse(false);
        act.counts(erased ? 1 : 0);
        return erased;
    }
}
