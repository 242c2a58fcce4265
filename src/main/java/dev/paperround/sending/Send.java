package dev.paperround.sending;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One run of digests, either started by hand or the scheduled one for a local date. */
@Entity
public class Send extends PanacheEntityBase {
    public enum Kind {
        MANUAL,
        SCHEDULED
    }

    public enum State {
        PLANNING,
        SENDING,
        PAUSED,
        DONE,
        CANCELLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public LocalDate day;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> audience;

    public boolean force;
    public boolean dryRun;

    @Enumerated(EnumType.STRING)
    public State state;

    public String idempotencyKey;
    public LocalDate createdOn;
    public long planCursor;
    public long dryPlanned;
    public long drySkipped;
    public Instant startedAt;
    public Instant finishedAt;
    public String pauseReason;

    // The state to return to when the send resumes.
    @Enumerated(EnumType.STRING)
    public State pausedFrom;

    static Optional<Send> findByIdempotencyKey(String key) {
        return find("idempotencyKey", key).firstResultOptional();
    }

    public static List<Send> newest(int limit) {
        return find("order by id desc").page(0, limit).list();
    }

    public static List<Long> beingPlanned() {
        return find("select id from Send where state = ?1 order by id", State.PLANNING)
                .project(Long.class)
                .list();
    }
}
