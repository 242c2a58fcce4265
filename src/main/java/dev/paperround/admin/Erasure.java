package dev.paperround.admin;

import dev.paperround.delivery.Sends;
import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

@ApplicationScoped
class Erasure {
    @Inject
    Sends sends;

    /** False: nobody is known by this address. */
    @Transactional
    boolean erase(String typed) {
        var address = EmailAddress.parse(typed);
        var subscriber = address.flatMap(Subscriber::findByEmail);
        subscriber.ifPresent(Subscriber::delete);
        address.ifPresent(sends::forget);
        return subscriber.isPresent();
    }
}
