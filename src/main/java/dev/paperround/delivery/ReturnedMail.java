package dev.paperround.delivery;

import dev.paperround.subscription.Links.DeliveryKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.Query;

/** What the ledger learns of mails that came back, in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReturnedMail {
    /** A Message-ID does not say in which month to look. */
    private static final Duration LOOKED_BACK = Duration.ofDays(45);

    private static final String SELECT = "select id, created_on, subscriber_id, planned_at from delivery ";

    /** Only what a relay has taken, or may have, can come back. */
    private static final String SETTLE = """
            update delivery set state = :state, reason = coalesce(:reason, reason), owner = null, lease_until = null,
                                updated_at = :now
            where created_on = :on and id = :id
              and (state = 'UNKNOWN' or state = 'SENDING' and lease_until < :now or state = 'SENT' and :state <> 'SENT')""";

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** {@code subscriber}: null once erased. */
    public record Returned(long id, LocalDate createdOn, Long subscriber, Instant plannedAt) {}

    public Optional<Returned> find(DeliveryKey key) {
        return one(session()
                .createNativeQuery(SELECT + "where created_on = :on and id = :id", Tuple.class)
                .setParameter("on", key.createdOn())
                .setParameter("id", key.id()));
    }

    public Optional<Returned> find(long id) {
        return one(session()
                .createNativeQuery(SELECT + "where created_on >= :since and id = :id", Tuple.class)
                .setParameter("since", LocalDate.ofInstant(clock.instant().minus(LOOKED_BACK), ZoneOffset.UTC))
                .setParameter("id", id));
    }

    /** It did not arrive, so that its papers were not received. */
    public void failed(Returned mail) {
        settle(mail, DeliveryState.REJECTED, Reason.BOUNCED.name());
    }

    /** It was taken by the relay: what was unknown is known. */
    public void taken(Returned mail) {
        settle(mail, DeliveryState.SENT, null);
    }

    private void settle(Returned mail, DeliveryState state, String reason) {
        session()
                .createNativeMutationQuery(SETTLE)
                .setParameter("state", state.name())
                .setParameter("reason", reason, String.class)
                .setParameter("now", clock.instant())
                .setParameter("on", mail.createdOn())
                .setParameter("id", mail.id())
                .executeUpdate();
    }

    private static Optional<Returned> one(Query<Tuple> query) {
        return query.uniqueResultOptional()
                .map(row -> new Returned(
                        row.get("id", Long.class),
                        row.get("created_on", LocalDate.class),
                        row.get("subscriber_id", Long.class),
                        row.get("planned_at", Instant.class)));
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
