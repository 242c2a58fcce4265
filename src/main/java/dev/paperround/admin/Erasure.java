package dev.paperround.admin;

import dev.paperround.delivery.Forgetting;
import dev.paperround.subscription.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
class Erasure {
    @Inject
    Forgetting forgetting;

    @Inject
    CurrentAct act;

    /** False: nobody is known by this address; what else may name it is forgotten all the same. */
    boolean erase(String typed) {
        var address = EmailAddress.parse(typed);
        address.ifPresent(act::on);
        var erased = address.map(forgetting::erase).orElse(false);
        act.counts(erased ? 1 : 0);
        return erased;
    }
}
