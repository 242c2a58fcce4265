package dev.paperround.sending.planning;

import dev.paperround.sending.DigestDeadline;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.InstanceHeartbeat;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.sending.ledger.SendCounters;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Skips unclaimed scheduled digests that can no longer leave in time, whatever delayed them. A send by hand has no
 * hour, so its mails are never too late.
 */
@Singleton
public class LateDigests {
    private static final int MOST = 5_000;
    private static final int BATCHES = 10;

    private static final String ANY = """
            select exists (select from delivery_batch where owner is null and due_at < ?)
                or exists (select from delivery where next_attempt_at is not null and due_at < ?
                           and state in ('PLANNED', 'RETRY'))""";

    private static final String SKIPPED = """
                update delivery d set state = 'SKIPPED', reason = 'TOO_LATE', next_attempt_at = null, updated_at = ?
                from late where d.created_on = late.created_on and d.id = late.id and d.state = late.was
                returning d.id, d.send_id, late.was, d.state is_now),
            forgotten as (delete from delivery_message m using moved where m.delivery_id = moved.id),
            """ + SendCounters.COUNTED + " select count(*) from moved";

    private static final String BY_BATCH = """
            with next as (
                select id from delivery_batch where owner is null and due_at < ?
                order by id limit ? for update skip locked),
            gone as (delete from delivery_batch b using next where b.id = next.id returning b.created_on, b.deliveries),
            late as (
                select open.* from gone cross join unnest(gone.deliveries) listed (id)
                cross join lateral (
                    select created_on, id, state was from delivery
                    where created_on = gone.created_on and id = listed.id
                      and state = 'PLANNED' and next_attempt_at is null offset 0) open),
            moved as (
            """ + SKIPPED;

    private static final String SINGLY = """
            with late as (
                select created_on, id, state was from delivery
                where next_attempt_at is not null and due_at < ? and state in ('PLANNED', 'RETRY')
                order by due_at limit ? for update skip locked),
            moved as (
            """ + SKIPPED;

    @Inject
    AgroalDataSource database;

    @Inject
    Instance instance;

    @Inject
    InstanceHeartbeat heartbeat;

    @Inject
    Clock clock;

    // Includes digests of instances that vanished. It runs before any planning, because their papers become candidates
    // again.
    void skipAll() {
        try (var connection = new LedgerConnection(database)) {
            heartbeat.takeOver(connection);
            while (skipSome(connection, instance.id + " planning") > 0) {
                continue;
            }
        }
    }

    // Skips a few thousand, so that nobody waits for locks on a million rows, and returns the number skipped.
    public int skipSome(LedgerConnection connection) {
        return skipSome(connection, instance.id);
    }

    private int skipSome(LedgerConnection connection, String shard) {
        var now = clock.instant();
        var before = now.minus(DigestDeadline.LATEST);
        if (!connection.one(ANY, row -> row.getBoolean(1), before, before)) {
            return 0;
        }
        var skipped = skip(connection, BY_BATCH, before, BATCHES, now, shard)
                + skip(connection, SINGLY, before, MOST, now, shard);
        if (skipped > 0) {
            Log.warnf(
                    "%d scheduled digests could not leave within %d hours and are skipped.",
                    skipped, DigestDeadline.LATEST.toHours());
        }
        return skipped;
    }

    private static int skip(LedgerConnection connection, String sql, Object... values) {
        return connection.one(sql, row -> row.getInt(1), values);
    }
}
