package dev.paperround.subscriber.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/** Which delivery an envelope sender is of, in a form that survives the local part of an address. */
@ApplicationScoped
public class BounceTokens {
    @Inject
    Tokens tokens;

    public String of(long delivery, LocalDate createdOn) {
        return tokens.signShort(Purpose.BOUNCE, delivery, (int) createdOn.toEpochDay());
    }

    /** Empty for whatever we did not sign. */
    public Optional<Links.DeliveryKey> read(String token) {
        return tokens.readShort(Purpose.BOUNCE, token)
                .map(it -> new Links.DeliveryKey(it.id(), LocalDate.ofEpochDay(it.version())));
    }

    /** For the address of List-Unsubscribe; it is good for nothing else. */
    public String unsubscribe(long subscriber) {
        return tokens.signShort(Purpose.UNSUBSCRIBE, subscriber, 0);
    }

    public Optional<Long> unsubscribes(String token) {
        return tokens.readShort(Purpose.UNSUBSCRIBE, token).map(Tokens.Reference::id);
    }

    /** Whom an unsubscribe link is for; a complaint often shows little else of the mail. */
    public Optional<Long> subscriberOf(String unsubscribeToken) {
        return tokens.read(Purpose.UNSUBSCRIBE, unsubscribeToken).map(Tokens.Reference::id);
    }
}
