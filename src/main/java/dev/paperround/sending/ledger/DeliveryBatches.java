package dev.paperround.sending.ledger;

import dev.paperround.database.Sql;
import java.util.List;

/**
 * Groups deliveries that were planned together, so that a claim changes one small row instead of one per delivery. A
 * batch stays with the instance that claimed it until all its deliveries have ended.
 */
public final class DeliveryBatches {
    // Part of the planning statement; requires added(id, created_on, send_id, budget, planned_at, due_at, state). A
    // batch is enough for one or two claims. A delivery that leaves its batch early gets a next attempt, so one without
    // has only ever been claimed with its batch.
    public static final String PLANNED = """
            insert into delivery_batch (created_on, send_id, budget, planned_at, due_at, deliveries)
            select created_on, send_id, budget, planned_at, due_at, array_agg(id order by id)
            from (select *, (row_number() over (partition by budget, due_at order by id) - 1) / 500 batch from added
                  where state = 'PLANNED') planned
            group by created_on, send_id, budget, planned_at, due_at, batch order by min(id)""";

    // Lateral with offset 0 makes PostgreSQL look up each delivery by its key. A join might be planned once, while
    // there are no deliveries yet, to walk through a whole month's.
    private static final String CLAIM = """
            with next as (
                select id, deliveries, planned_at, due_at from delivery_batch
                where send_id = ? and budget = ? and owner is null
                  and exists (select from send where id = ? and state in ('PLANNING', 'SENDING'))
                order by id limit 1 for update skip locked),
            shortened as (
                update delivery_batch b set deliveries = next.deliveries[?:] from next
                where b.id = next.id and cardinality(next.deliveries) >= ?),
            emptied as (
                delete from delivery_batch b using next where b.id = next.id and cardinality(next.deliveries) < ?),
            claimed as (
                insert into delivery_batch (created_on, send_id, budget, planned_at, due_at, deliveries, sender, owner)
                select ?, ?, ?, planned_at, due_at, deliveries[:?], ?, ? from next returning deliveries)
            select d.id, d.subscriber_id, d.paper_ids, cardinality(d.more_ids), d.considered, d.attempts, d.planned_at,
                   d.reason, null::bytea, d.due_at, null::timestamptz refused_at
            from claimed cross join unnest(claimed.deliveries) listed (id)
            cross join lateral (
                select * from delivery where created_on = ? and id = listed.id and state = 'PLANNED' offset 0) d""";

    private static final String FORGET_ENDED = """
            delete from delivery_batch b where sender = ? and not exists (
                select from unnest(b.deliveries) listed (id)
                cross join lateral (
                    select from delivery d where d.created_on = b.created_on and d.id = listed.id
                    and d.state = 'PLANNED' and d.next_attempt_at is null offset 0) still_open)""";

    private static final String SPELL_OUT =
            "select spell_out_batches(array(select id from delivery_batch where %s for update skip locked))";

    private static final String OF_CLAIMS = SPELL_OUT.formatted("owner = any(?)");
    private static final String OF_SENDERS =
            SPELL_OUT.replace(" skip locked", "").formatted("sender = any(?)");
    private static final String OF_BUDGETS = SPELL_OUT.formatted("owner is null and budget <> '' and budget <> all(?)");
    private static final String OF_CANCELLED = SPELL_OUT.formatted("""
            id in (select b.id from delivery_batch b join send s on s.id = b.send_id
                   where s.state = 'CANCELLED' and b.owner is null order by b.id limit ?)""");

    private DeliveryBatches() {}

    static List<LeasedDelivery> claim(
            LedgerConnection connection, Ledger.Open from, String budget, int most, String sender, String owner) {
        return connection.query(
                CLAIM,
                row -> Ledger.claimed(row, from, owner),
                from.send(),
                budget,
                from.send(),
                most + 1,
                most + 1,
                most + 1,
                from.createdOn(),
                from.send(),
                budget,
                most,
                sender,
                owner,
                from.createdOn());
    }

    public static void forgetEnded(LedgerConnection connection, String sender) {
        connection.execute(FORGET_ENDED, sender);
    }

    static void spellOutClaims(LedgerConnection connection, String[] owners) {
        connection.execute(OF_CLAIMS, (Object) owners);
    }

    static void spellOutBudgetsBut(LedgerConnection connection, String[] names) {
        connection.execute(OF_BUDGETS, (Object) names);
    }

    public static void spellOutCancelled(LedgerConnection connection, int most) {
        connection.execute(OF_CANCELLED, most);
    }

    // Runs in the caller's transaction, which settles the deliveries in the batches.
    public static void forgetAll(Sql sql) {
        sql.execute("delete from delivery_batch");
    }

    // Runs in the caller's transaction.
    static void spellOutSenders(Sql sql, String[] senders) {
        sql.execute(OF_SENDERS, (Object) senders);
    }
}
