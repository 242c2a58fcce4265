package dev.paperround.subscriber;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

/** Documents that a subscriber agreed: when, in which way, to which text and from which network. */
@Entity
public class Consent extends PanacheEntityBase {
    // Raise this when the sign-up, confirmation or privacy page changes its meaning.
    public static final String TEXT_VERSION = "2026-11";

    public enum Way {
        SIGNED_UP,
        CONFIRMED,
        // An operator vouched for the consent.
        IMPORTED,
        // The subscriber used a link to come back after unsubscribing.
        RESUMED,
        // The subscriber unsubscribed or complained.
        WITHDRAWN
    }

    public record Given(Instant at, Way way, String textVersion, String network) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long subscriberId;
    public Instant at;

    @Enumerated(EnumType.STRING)
    public Way way;

    public String textVersion;
    public String network;

    static List<Consent> of(long subscriber) {
        return list("subscriberId = ?1 order by at, id", subscriber);
    }

    Given given() {
        return new Given(at, way, textVersion, network);
    }
}
