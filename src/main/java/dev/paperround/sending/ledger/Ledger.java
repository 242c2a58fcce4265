package dev.paperround.sending.ledger;

import dev.paperround.database.Sql;
import dev.paperround.database.UncheckedSqlException;
import dev.paperround.paper.PapersMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Moves the leases of deliveries with single statements that commit by themselves. Deliveries with a next attempt are
 * leased one by one, all others by their {@link DeliveryBatches batch}.
 */
@ApplicationScoped
public class Ledger {
    private static final String OPEN_SENDS =
            "select id, created_on, day from send where finished_at is null and state in ('PLANNING', 'SENDING')";

    private static final String CLAIM = """
            with due as (
                select id, state, case when smtp_code >= 500 then updated_at end refused_at from delivery
                where created_on = ? and send_id = ? and budget = ? and state in ('PLANNED', 'RETRY')
                  and next_attempt_at <= ?
                  and exists (select from send where id = ? and state in ('PLANNING', 'SENDING'))
                order by next_attempt_at limit ? for update skip locked),
            leased as (
                update delivery d set state = 'LEASED', owner = ?, updated_at = ?
                from due where d.created_on = ? and d.id = due.id
                returning d.id, d.send_id, d.subscriber_id, d.paper_ids, cardinality(d.more_ids) more, d.considered, d.attempts,
                          d.planned_at, d.due_at, d.reason, due.state was, due.refused_at),
            moved as (select send_id, was, 'LEASED' is_now from leased where was = 'RETRY'),
            """ + SendCounters.COUNTED + """

            select id, subscriber_id, paper_ids, more, considered, attempts, planned_at, reason,
                   case when attempts > 0 then (select message from delivery_message m where m.delivery_id = leased.id) end,
                   due_at, refused_at
            from leased""";

    private static final String RELEASE =
            """
            with moved as (
                update delivery d set state = case when d.attempts > 0 then 'RETRY' else 'PLANNED' end, owner = null,
                                      next_attempt_at = coalesce(d.next_attempt_at, d.planned_at)
                from unnest(?, ?) v(id, owner)
                where d.created_on = ? and d.id = v.id and (%s)
                returning d.send_id, 'LEASED' was, d.state is_now),
            """.formatted(DeliveryResults.HELD) + SendCounters.COUNTED + " select count(*) from moved";

    @Inject
    public Sql sql;

    @Inject
    public Instance instance;

    @Inject
    public Clock clock;

    private final UnconfirmedLeases lost = new UnconfirmedLeases();

    public record Open(long send, LocalDate createdOn, LocalDate day) {}

    public List<Open> openSends(LedgerConnection connection) {
        return connection.query(
                OPEN_SENDS,
                row -> new Open(row.getLong(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
    }

    public List<LeasedDelivery> claim(LedgerConnection connection, Open from, String budget, int most) {
        var owner = instance.newOwner();
        try {
            var claimed = claimSingly(connection, from, budget, most, owner);
            if (claimed.size() < most) {
                claimed.addAll(
                        DeliveryBatches.claim(connection, from, budget, most - claimed.size(), instance.id, owner));
            }
            return claimed;
        } catch (UncheckedSqlException e) {
            lost.add(from, owner);
            throw e;
        }
    }

    private List<LeasedDelivery> claimSingly(
            LedgerConnection connection, Open from, String budget, int most, String owner) {
        var now = clock.instant();
        return connection.query(
                CLAIM,
                row -> claimed(row, from, owner),
                from.createdOn(),
                from.send(),
                budget,
                now,
                from.send(),
                most,
                owner,
                now,
                from.createdOn(),
                instance.id);
    }

    public void giveBackLostClaims(LedgerConnection connection) {
        lost.giveBack(connection, instance.id);
    }

    // Deliveries that were never marked as sending go back unchanged.
    public void release(LedgerConnection connection, Collection<LeasedDelivery> deliveries) {
        for (var day :
                deliveries.stream().map(LeasedDelivery::createdOn).distinct().toList()) {
            var those =
                    deliveries.stream().filter(it -> it.createdOn().equals(day)).toList();
            connection.query(
                    RELEASE,
                    row -> row.getInt(1),
                    those.stream().map(LeasedDelivery::id).toArray(Long[]::new),
                    those.stream().map(LeasedDelivery::owner).toArray(String[]::new),
                    day,
                    instance.id);
        }
    }

    // Runs in the caller's transaction. Papers that did not fit into the mail count as not received.
    public void cut(LeasedDelivery delivery, int room) {
        sql.execute("""
                update delivery set more_ids = paper_ids[?:] || more_ids, paper_ids = paper_ids[:?]
                where created_on = ? and id = ?""", room + 1, room, delivery.createdOn(), delivery.id());
    }

    // Runs in the transaction of the ingest that merged the two papers.
    void follow(@Observes PapersMerged merged) {
        sql.execute(
                """
                update delivery set paper_ids = array_replace(paper_ids, ?, ?),
                                    more_ids = array_replace(more_ids, ?, ?)
                where paper_ids @> array[?] or more_ids @> array[?]""",
                merged.goneId(),
                merged.keptId(),
                merged.goneId(),
                merged.keptId(),
                merged.goneId(),
                merged.goneId());
    }

    static LeasedDelivery claimed(ResultSet row, Open from, String owner) throws SQLException {
        return new LeasedDelivery(
                row.getLong(1),
                from.createdOn(),
                from.send(),
                from.day(),
                row.getLong(2),
                Sql.list(row, "paper_ids", Long[].class),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                Sql.instant(row, "planned_at"),
                Optional.ofNullable(Sql.instant(row, "due_at")),
                row.getString(8),
                Optional.ofNullable(row.getBytes(9)),
                Optional.ofNullable(Sql.instant(row, "refused_at")),
                owner);
    }
}
