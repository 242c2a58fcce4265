package dev.paperround.admin.subscribers;

import dev.paperround.admin.AuditContext;
import dev.paperround.sending.correction.SubscriberEraser;
import dev.paperround.subscriber.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
class Erasure {
    @Inject
    SubscriberEraser eraser;

    @Inject
    AuditContext act;

    /**
     * Erases all data tied to this address. Returns false if it belonged to no subscriber, although other traces are
     * erased even then.
     */
    boolean erase(String typed) {
        var address = EmailAddress.parse(typed);
        address.ifPresent(act::on);
        var erased = address.map(eraser::erase).orElse(false);
        act.counts(erased ? 1 : 0);
        return erased;
    }
}
