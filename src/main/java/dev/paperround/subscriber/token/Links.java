package dev.paperround.subscriber.token;

import dev.paperround.subscriber.Recipient;
import dev.paperround.subscriber.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds absolute links. The base URL is a setting and never the Host of a request, which anyone can forge. */
@ApplicationScoped
public class Links {
    static final Duration CONFIRM_WITHIN = Duration.ofDays(7);

    private final String baseUrl;
    private final Tokens tokens;
    private final Clock clock;

    Links(@ConfigProperty(name = "paperround.base-url") String baseUrl, Tokens tokens, Clock clock) {
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
        this.tokens = tokens;
        this.clock = clock;
    }

    public String to(String path) {
        return baseUrl + path;
    }

    public String confirm(long signUp, Subscriber subscriber) {
        var expiry = clock.instant().plus(CONFIRM_WITHIN);
        return to("/confirm/" + tokens.sign(Purpose.CONFIRM, signUp, subscriber.confirmVersion, expiry));
    }

    public String manage(Subscriber subscriber) {
        return to("/preferences/" + manageToken(subscriber));
    }

    // The link works alongside earlier ones until it is used, which invalidates them.
    public String freshManage(Subscriber subscriber) {
        return to("/preferences/" + tokens.sign(Purpose.MANAGE, subscriber.id, subscriber.manageVersion + 1, null));
    }

    public String manage(Recipient recipient) {
        return to("/preferences/" + tokens.sign(Purpose.MANAGE, recipient.id(), recipient.manageVersion(), null));
    }

    public String manageToken(Subscriber subscriber) {
        return tokens.sign(Purpose.MANAGE, subscriber.id, subscriber.manageVersion, null);
    }

    // This is the key of the delivery ledger.
    public record DeliveryKey(long id, LocalDate createdOn) {}

    public String digest(long delivery, LocalDate createdOn) {
        return to("/digest/" + tokens.sign(Purpose.DIGEST, delivery, (int) createdOn.toEpochDay(), null));
    }

    public Optional<DeliveryKey> digestOf(String token) {
        return tokens.read(Purpose.DIGEST, token)
                .map(it -> new DeliveryKey(it.id(), LocalDate.ofEpochDay(it.version())));
    }

    public String unsubscribe(long subscriber) {
        return to("/unsubscribe/" + tokens.sign(Purpose.UNSUBSCRIBE, subscriber, 0, null));
    }
}
