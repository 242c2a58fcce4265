package dev.paperround.sending.planning;

import dev.paperround.database.Sql;
import dev.paperround.sending.ledger.DeliveryBatches;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.sending.ledger.SendCounters;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

@Singleton
public class SendCompletion {
    private static final int BATCH = 5000;
    private static final int BATCHES = 10;

    // A send by hand ends with its last delivery, a scheduled one when its date is over everywhere in the world.
    private static final String OVER = """
            s.finished_at is null and s.state = 'SENDING' and (s.kind = 'MANUAL' or s.day < ?)
              and not exists (select from send_count c where c.send_id = s.id
                              having sum(c.pending) + sum(c.retrying) > 0)
              and not exists (select from delivery d where d.created_on = s.created_on and d.send_id = s.id
                              and d.next_attempt_at is not null)
              and not exists (select from delivery_batch b where b.send_id = s.id)""";

    private static final String CANDIDATES =
            "select s.id from send s where " + OVER + " for no key update of s skip locked";
    private static final String DONE =
            "update send s set state = 'DONE', finished_at = ? where " + OVER + " and s.id = any(?)";

    private static final String SKIP = """
            with cancelled as (select id, created_on from send where finished_at is null and state = 'CANCELLED'),
            rest as (
                select d.created_on, d.id, d.state from cancelled c
                cross join lateral (
                    select created_on, id, state from delivery d
                    where d.created_on = c.created_on and d.send_id = c.id and d.next_attempt_at is not null
                      and d.state in ('PLANNED', 'RETRY')
                    order by d.next_attempt_at limit ? for update skip locked) d),
            moved as (
                update delivery d set state = 'SKIPPED', reason = 'CANCELLED', next_attempt_at = null, updated_at = ?
                from rest r where d.created_on = r.created_on and d.id = r.id
                returning d.send_id, r.state was, d.state is_now),
            """ + SendCounters.COUNTED + " select count(*) from moved";

    private static final String CANCELLED = """
            update send s set finished_at = ?
            where s.finished_at is null and s.state = 'CANCELLED'
              and not exists (select from delivery d where d.created_on = s.created_on and d.send_id = s.id
                              and d.next_attempt_at is not null)
              and not exists (select from delivery_batch b where b.send_id = s.id)""";

    @Inject
    Instance instance;

    @Inject
    Clock clock;

    public void endThoseDone(LedgerConnection connection) {
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        if (!connection.query(CANDIDATES, row -> true, day).isEmpty()) {
            connection.transaction(open -> end(open, now, day));
        }
    }

    // Checked again under the lock, because code that reopens a delivery takes the send's lock first.
    private static int end(Sql sql, Instant now, LocalDate day) {
        var ids = sql.query(CANDIDATES, row -> row.getLong(1), day).toArray(Long[]::new);
        return sql.execute(DONE, now, day, ids);
    }

    // Skips the rest of cancelled sends in steps of some thousands, so that the counts show progress.
    public void skipCancelled(LedgerConnection connection) {
        var any = connection.one(
                "select exists (select from send where finished_at is null and state = 'CANCELLED')",
                row -> row.getBoolean(1));
        if (any) {
            var now = clock.instant();
            DeliveryBatches.spellOutCancelled(connection, BATCHES);
            connection.query(SKIP, row -> row.getInt(1), BATCH, now, instance.id);
            connection.execute(CANCELLED, now);
        }
    }
}
