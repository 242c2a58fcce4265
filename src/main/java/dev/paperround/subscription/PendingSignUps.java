package dev.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.Session;

/** Sign-ups nobody confirmed. */
@ApplicationScoped
public class PendingSignUps {
    private static final String TOO_OLD = """
            state = 'PENDING' and coalesce((select max(at) from consent where subscriber_id = s.id), created_at) < :before
            """;

    /** Who had been subscribed before and only meant to come back is again what they were. */
    private static final String TAKE_BACK = """
            update subscriber s set state = 'UNSUBSCRIBED', unsubscribed_at = coalesce(unsubscribed_at, :before),
                                    confirm_version = confirm_version + 1
            where confirmed_at is not null and\s""" + TOO_OLD;

    private static final String DELETE = "delete from subscriber s where confirmed_at is null and " + TOO_OLD;

    @Inject
    EntityManager entityManager;

    @Inject
    RetentionSettings retention;

    @Inject
    Clock clock;

    @Transactional
    public int expire() {
        var before = clock.instant().minus(retention.pending());
        return execute(TAKE_BACK, before) + execute(DELETE, before);
    }

    private int execute(String statement, Instant before) {
        return entityManager
                .unwrap(Session.class)
                .createNativeMutationQuery(statement)
                .setParameter("before", before)
                .executeUpdate();
    }
}
