package dev.paperround.subscriber.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/** Encodes the delivery in an envelope sender, in a form that survives the local part of an address. */
@ApplicationScoped
public class BounceTokens {
    @Inject
    Tokens tokens;

    public String of(long delivery, LocalDate createdOn) {
        return tokens.signShort(Purpose.BOUNCE, delivery, (int) createdOn.toEpochDay());
    }

    // Returns empty for anything we did not sign.
    public Optional<Links.DeliveryKey> read(String token) {
        return tokens.readShort(Purpose.BOUNCE, token)
                .map(it -> new Links.DeliveryKey(it.id(), LocalDate.ofEpochDay(it.version())));
    }

    // The token is for the List-Unsubscribe address and is valid for nothing else.
    public String unsubscribe(long subscriber) {
        return tokens.signShort(Purpose.UNSUBSCRIBE, subscriber, 0);
    }

    public Optional<Long> unsubscribes(String token) {
        return tokens.readShort(Purpose.UNSUBSCRIBE, token).map(Tokens.Reference::id);
    }

    // A complaint often shows little of the mail besides the unsubscribe link.
    public Optional<Long> subscriberOf(String unsubscribeToken) {
        return tokens.read(Purpose.UNSUBSCRIBE, unsubscribeToken).map(Tokens.Reference::id);
    }
}
