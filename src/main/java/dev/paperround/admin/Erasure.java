package dev.paperround.admin;

import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
class Erasure {
    /** False: nobody is known by this address. */
    @Transactional
    boolean erase(String typed) {
        var subscriber = EmailAddress.parse(typed).flatMap(Subscriber::findByEmail);
        subscriber.ifPresent(Subscriber::delete);
        return subscriber.isPresent();
    }
}
