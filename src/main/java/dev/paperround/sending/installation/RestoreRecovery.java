package dev.paperround.sending.installation;

import dev.paperround.database.Sql;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.sending.ledger.DeliveryBatches;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.InstanceHeartbeat;
import dev.paperround.sending.ledger.SendCounters;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Accounts for mails that left after the backup from which a database was restored. Deliveries that were open in it, or
 * fell due before the restore was accepted, may have left and are not sent again automatically.
 */
@Singleton
public class RestoreRecovery {
    private static final String UNKNOWN = """
            with still_open as (
                select created_on, id, state from delivery where state in ('PLANNED', 'LEASED', 'RETRY') for update),
            moved as (
                update delivery d set state = 'UNKNOWN', owner = null, next_attempt_at = null, smtp_code = null,
                                      smtp_reply = ?, updated_at = ?
                from still_open o where d.created_on = o.created_on and d.id = o.id
                returning d.send_id, o.state was, d.state is_now),
            """ + SendCounters.COUNTED + " select count(*) from moved";

    // Requests in the backup have been answered since, or people will ask again.
    private static final String LETTERS = "delete from mail_request where created_at < ?";

    private static final String MOMENT = "update installation set restored_at = ?";

    private final Sql sql;
    private final InstanceHeartbeat heartbeat;
    private final Instance instance;
    private final Clock clock;
    private final Instant startedAt;

    @Inject
    RestoreRecovery(Sql sql, InstanceHeartbeat heartbeat, Instance instance, Clock clock) {
        this.sql = sql;
        this.heartbeat = heartbeat;
        this.instance = instance;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    // Runs in the caller's transaction.
    void settle() {
        var now = clock.instant();
        heartbeat.takeOverAll(sql);
        DeliveryBatches.forgetAll(sql);
        sql.execute(
                UNKNOWN,
                Message.of(SendMessages.class, say -> say.mayHaveLeftBefore()).stored(),
                now,
                instance.id);
        sql.execute(LETTERS, startedAt);
        sql.execute(MOMENT, now);
    }

    // Mails may have left without this database's knowledge until this time.
    public Optional<Instant> until() {
        return sql.find(
                "select restored_at from installation where restored_at is not null",
                row -> Sql.instant(row, "restored_at"));
    }
}
