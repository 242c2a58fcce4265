package dev.paperround.subscriber.signup;

import dev.paperround.database.Sql;
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

/** An unverified request for an address, answered only by a mail to that address. */
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

    // Only sign-ups have a network, and only its prefix is stored.
    public String network;

    public Instant createdAt;
    public int attempts;

    // The mail has passed the limits before, so this is only a retry.
    boolean counted;

    public Instant nextAttemptAt;

    public static List<MailRequest> of(EmailAddress address) {
        return list("lower(email) = ?1 order by id", address.key());
    }

    // This is null unless the request is a sign-up.
    public PreferencesForm preferences() {
        return preferences;
    }

    // Only the id is read, so that an unreadable request is delayed as well and does not block others. Each attempt
    // doubles the wait.
    public static Optional<Long> claimDue(Sql sql, Instant now) {
        var due = sql.find("""
                select id from mail_request where next_attempt_at <= ?
                order by next_attempt_at, id limit 1 for update skip locked""", row -> row.getLong(1), now);
        due.ifPresent(id -> sql.execute("""
                update mail_request set attempts = attempts + 1,
                    next_attempt_at = ? + interval '1 minute' * power(2, least(attempts, 9)) where id = ?""", now, id));
        return due;
    }

    // For a relay that could not be reached; that attempt does not count.
    public static void giveBack(long id, Instant now) {
        update("nextAttemptAt = ?1, attempts = attempts - 1 where id = ?2", now, id);
    }

    // This also works for a request that cannot be read.
    public static void forgetIfBefore(long id, Instant before) {
        delete("id = ?1 and createdAt < ?2", id, before);
    }
}
