package dev.paperround.subscriber.signup;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.preferences.PreferencesForm;
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
    public String network;

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

    /** Its id only: one that nobody can read is put off as well, and holds up no other. Each attempt doubles the wait. */
    public static Optional<Long> claimDue(Instant now) {
        var due = getSession()
                .createNativeQuery("""
                        select id from mail_request where next_attempt_at <= :now
                        order by next_attempt_at, id limit 1 for update skip locked""", Long.class)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
        due.ifPresent(id -> getSession()
                .createNativeMutationQuery("""
                        update mail_request set attempts = attempts + 1,
                            next_attempt_at = cast(:now as timestamptz) + interval '1 minute' * power(2, least(attempts, 9)) where id = :id""")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate());
        return due;
    }

    /** Of one that cannot be read. */
    public static void forgetIfBefore(long id, Instant before) {
        delete("id = ?1 and createdAt < ?2", id, before);
    }
}
