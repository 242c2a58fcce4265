package dev.paperround.subscriber.signup;

import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.preferences.PreferencesForm;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A sign-up that waits for confirmation and has no effect before. */
@Entity
public class SignUp extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long subscriberId;

    Long requestId;

    @JdbcTypeCode(SqlTypes.JSON)
    public PreferencesForm preferences;

    // Only the prefix is stored.
    public String network;

    public Instant createdAt;

    static SignUp of(Subscriber subscriber, PreferencesForm preferences, Instant now) {
        var signUp = new SignUp();
        signUp.subscriberId = subscriber.id;
        signUp.preferences = preferences;
        signUp.createdAt = now;
        return signUp;
    }

    public static List<SignUp> of(Subscriber subscriber) {
        return list("subscriberId = ?1 order by id", subscriber.id);
    }

    static Optional<SignUp> newest(Subscriber subscriber) {
        return find("subscriberId = ?1 order by id desc", subscriber.id).firstResultOptional();
    }

    static Optional<SignUp> ofRequest(MailRequest request) {
        return find("requestId", request.id).firstResultOptional();
    }
}
