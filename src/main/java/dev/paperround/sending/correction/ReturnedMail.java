package dev.paperround.sending.correction;

import dev.paperround.database.Sql;
import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.SendCounters;
import dev.paperround.sending.ledger.SendSpans;
import dev.paperround.subscriber.token.Links.DeliveryKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

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
    Sql sql;

    @Inject
    Instance instance;

    @Inject
    Clock clock;

    // The subscriber is null once erased.
    public record Returned(long id, LocalDate createdOn, Long subscriber, Instant plannedAt) {}

    public Optional<Returned> find(DeliveryKey key) {
        return sql.find(SELECT + "where created_on = ? and id = ?", ReturnedMail::returned, key.createdOn(), key.id());
    }

    public Optional<Returned> find(long id) {
        return sql.find(
                SELECT + "d where d.created_on >= ? and d.id = ? and " + SendSpans.ON_A_DAY_OF.formatted("?"),
                ReturnedMail::returned,
                LocalDate.ofInstant(clock.instant().minus(LOOKED_BACK), ZoneOffset.UTC),
                id,
                id);
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
        sql.execute(
                SETTLE,
                mail.createdOn(),
                mail.id(),
                state.name(),
                state.name(),
                reason,
                clock.instant(),
                mail.createdOn(),
                instance.id);
    }

    private static Returned returned(ResultSet row) throws SQLException {
        return new Returned(
                row.getLong("id"),
                row.getObject("created_on", LocalDate.class),
                row.getObject("subscriber_id", Long.class),
                Sql.instant(row, "planned_at"));
    }
}
