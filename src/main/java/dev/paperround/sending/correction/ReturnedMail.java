package dev.paperround.sending.correction;

import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.sending.ledger.SendCounters;
import dev.paperround.sending.ledger.SendSpans;
import dev.paperround.subscriber.token.Links.DeliveryKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.Query;

/** Updates the ledger for mails that came back, in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReturnedMail {
    // Limits the search, because a Message-ID does not say in which month to look.
    private static final Duration LOOKED_BACK = Duration.ofDays(45);

    private static final String SELECT = "select id, created_on, subscriber_id, planned_at from delivery ";

    // Only a mail that a relay has accepted, or may have accepted, can come back.
    private static final String SETTLE = """
            with mine as (
                select id, state from delivery
                where created_on = ? and id = ? and (state = 'UNKNOWN' or state = 'SENT' and ? <> 'SENT') for update),
            moved as (
                update delivery d set state = ?, reason = coalesce(?, d.reason), owner = null, updated_at = ?
                from mine m where d.created_on = ? and d.id = m.id
                returning d.send_id, m.state was, d.state is_now),
            """ + SendCounters.COUNTED + " select count(*) from moved";

    @Inject
    AgroalDataSource database;

    @Inject
    Instance instance;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    // The subscriber is null once erased.
    public record Returned(long id, LocalDate createdOn, Long subscriber, Instant plannedAt) {}

    public Optional<Returned> find(DeliveryKey key) {
        return one(session()
                .createNativeQuery(SELECT + "where created_on = :on and id = :id", Tuple.class)
                .setParameter("on", key.createdOn())
                .setParameter("id", key.id()));
    }

    public Optional<Returned> find(long id) {
        return one(session()
                .createNativeQuery(
                        SELECT + "d where d.created_on >= :since and d.id = :id and "
                                + SendSpans.ON_A_DAY_OF.formatted(":id"),
                        Tuple.class)
                .setParameter("since", LocalDate.ofInstant(clock.instant().minus(LOOKED_BACK), ZoneOffset.UTC))
                .setParameter("id", id));
    }

    // The mail did not arrive, so its papers count as not received.
    public void failed(Returned mail) {
        settle(mail, DeliveryState.REJECTED, NoMailReason.BOUNCED.name());
    }

    // The relay accepted the mail, so its outcome is no longer unknown.
    public void taken(Returned mail) {
        settle(mail, DeliveryState.SENT, null);
    }

    private void settle(Returned mail, DeliveryState state, String reason) {
        try (var connection = database.getConnection();
                var settle = LedgerConnection.prepared(
                        connection,
                        SETTLE,
                        mail.createdOn(),
                        mail.id(),
                        state.name(),
                        state.name(),
                        reason,
                        Ledger.time(clock.instant()),
                        mail.createdOn(),
                        instance.id)) {
            settle.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Delivery " + mail.id() + " could not be settled.", e);
        }
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
