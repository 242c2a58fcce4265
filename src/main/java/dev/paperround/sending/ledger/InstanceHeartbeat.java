package dev.paperround.sending.ledger;

import dev.paperround.database.Sql;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Reports that this instance is alive and takes over from instances that are not. Time comes from the database, which
 * all instances share, so a jump of a local clock ends no lease.
 */
@Singleton
public class InstanceHeartbeat {
    private static final String BEAT = """
            insert into sender (id, alive_until, waiting_for) values (?, now() + interval '30 seconds', ?)
            on conflict (id) do update set alive_until = excluded.alive_until, waiting_for = excluded.waiting_for""";

    private static final String GONE = "select id from sender where alive_until < now() for update skip locked";

    // Waits for a commit in progress, so that the next statement sees it. No commit can follow.
    private static final String CLOSE_JOURNALS = "select from sender_journal where sender = any(?) for update";

    // Deliveries that were only claimed have not been sent. Those on the wire are unknown, unless their reply still
    // arrives.
    private static final String TAKE_OVER = """
            with last as (
                select distinct on (sender) in_flight from sender_journal where sender = any(?) order by sender, seq desc),
            flying as (select distinct id from last, unnest(last.in_flight) id),
            accepted as (
                select distinct on (a.id) a.id, a.code, a.reply
                from sender_journal j, unnest(j.accepted, j.codes, j.replies) a(id, code, reply) where j.sender = any(?)),
            left_behind as (
                select d.created_on, d.id, a.id is not null accepted, a.code, a.reply,
                       f.id is not null flying
                from delivery d left join accepted a on a.id = d.id left join flying f on f.id = d.id
                where d.next_attempt_at is not null and d.state = 'LEASED' and split_part(d.owner, '/', 1) = any(?) for update of d),
            moved as (
                update delivery d set
                    state = case when l.accepted then 'SENT' when l.flying then 'UNKNOWN'
                                 when d.attempts > 0 then 'RETRY' else 'PLANNED' end,
                    owner = case when l.flying and not l.accepted then d.owner end,
                    next_attempt_at = case when not (l.accepted or l.flying) then d.next_attempt_at end,
                    attempts = d.attempts + (l.accepted or l.flying)::int,
                    smtp_code = case when l.accepted then l.code when not l.flying then d.smtp_code end,
                    smtp_reply = case when l.accepted then l.reply when not l.flying then d.smtp_reply
                                      else '{"code":"sends:stoppedOnItsWay"}' end,
                    updated_at = now()
                from left_behind l where d.created_on = l.created_on and d.id = l.id
                returning d.send_id, 'LEASED' was, d.state is_now),
            """ + SendCounters.COUNTED + " select count(*) from moved";

    private static final String TROUBLE = "select max(waiting_for) from sender where alive_until > now()";

    private static final String LEAVE = """
            delete from sender s where id = ? and not exists (select from delivery_batch where sender = s.id)
            and not exists (select from delivery where next_attempt_at is not null and state = 'LEASED'
                            and split_part(owner, '/', 1) = ?)""";

    private static final String FORGET = "delete from sender where id = any(?)";

    @Inject
    public Instance instance;

    // Returns a reason that keeps a live instance from sending, or null if there is none.
    public static String trouble(Sql sql) {
        return sql.one(TROUBLE, row -> row.getString(1));
    }

    public void beat(LedgerConnection connection, Optional<String> waitingFor) {
        connection.execute(BEAT, instance.id, waitingFor.orElse(null));
    }

    public int takeOver(LedgerConnection connection) {
        var anyGone = connection.one(
                "select exists (select from sender where alive_until < now())", row -> row.getBoolean(1));
        return anyGone ? connection.transaction(this::takeOver) : 0;
    }

    // None of these instances is alive, because a restored database remembers those of its backup.
    public void takeOverAll(Sql sql) {
        takeOver(sql, sql.query("select id from sender for update", row -> row.getString(1)));
    }

    private int takeOver(Sql sql) {
        return takeOver(sql, sql.query(GONE, row -> row.getString(1)));
    }

    private int takeOver(Sql sql, List<String> senders) {
        var gone = senders.toArray(String[]::new);
        sql.execute(CLOSE_JOURNALS, (Object) gone);
        DeliveryBatches.spellOutSenders(sql, gone);
        var moved = sql.one(TAKE_OVER, row -> row.getInt(1), gone, gone, gone, instance.id);
        sql.execute(FORGET, (Object) gone);
        return moved;
    }

    public void forgetEndedBatches(LedgerConnection connection) {
        DeliveryBatches.forgetEnded(connection, instance.id);
    }

    // Call this once nothing is held any more.
    public void leave(LedgerConnection connection) {
        forgetEndedBatches(connection);
        connection.execute(LEAVE, instance.id, instance.id);
    }
}
