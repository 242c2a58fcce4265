package dev.paperround.bounce;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A report about a mail that failed. Its content is deleted after a while, but the row stays. */
@Entity
class Bounce extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Instant receivedAt;
    public String kind;
    public String status;
    public String reference;

    // These two are null if only the subscriber is known.
    public Long deliveryId;
    public LocalDate deliveryOn;

    public long subscriberId;
    public boolean suppressed;
    public String diagnostic;
    public byte[] raw;
    public String subject;
    public String messageId;

    static List<Bounce> of(long subscriber) {
        return list("subscriberId = ?1 order by id desc", subscriber);
    }
}
