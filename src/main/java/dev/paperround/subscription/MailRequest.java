package dev.paperround.subscription;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something a stranger asked for by an address, to be answered by a mail to that address. */
@Entity
public class MailRequest extends PanacheEntityBase {
    public enum Kind {
        SIGN_UP,
        LINK,
        GOODBYE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String email;

    @JdbcTypeCode(SqlTypes.JSON)
    PreferencesForm preferences;

    /** The first bits of it, of a sign-up only. */
    String network;

    public Instant createdAt;
    public int attempts;

    /** Its letter was let through before, and is only tried again. */
    boolean counted;

    public Instant nextAttemptAt;

    /** Oldest first. */
    public static List<MailRequest> of(EmailAddress address) {
        return list("lower(email) = ?1 order by id", address.key());
    }

    /** Of a sign-up; null otherwise. */
    public PreferencesForm preferences() {
        return preferences;
    }

    public static boolean anyDue(Instant now) {
        return count("nextAttemptAt <= ?1", now) > 0;
    }

    public static Optional<MailRequest> nextDue(Instant now) {
        return getSession()
                .createNativeQuery("""
                        select * from mail_request where next_attempt_at <= :now
                        order by next_attempt_at, id limit 1 for update skip locked""", MailRequest.class)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }
}
