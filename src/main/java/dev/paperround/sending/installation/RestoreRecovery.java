package dev.paperround.sending.installation;

import dev.paperround.i18n.OperatorSentence;
import dev.paperround.sending.ledger.DeliveryBatches;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.InstanceHeartbeat;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.sending.ledger.SendCounters;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Timestamp;
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

    private final AgroalDataSource database;
    private final InstanceHeartbeat heartbeat;
    private final Instance instance;
    private final Clock clock;
    private final Instant startedAt;

    @Inject
    RestoreRecovery(AgroalDataSource database, InstanceHeartbeat heartbeat, Instance instance, Clock clock) {
        this.database = database;
        this.heartbeat = heartbeat;
        this.instance = instance;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    // Runs in the caller's transaction.
    void settle() {
        var now = Ledger.time(clock.instant());
        try (var connection = database.getConnection()) {
            heartbeat.takeOverAll(connection);
            DeliveryBatches.forgetAll(connection);
            LedgerConnection.rows(
                    connection,
                    UNKNOWN,
                    row -> row.getLong(1),
                    OperatorSentence.MAY_HAVE_LEFT_BEFORE.toPrograms(),
                    now,
                    instance.id);
            try (var letters = LedgerConnection.prepared(connection, LETTERS, Ledger.time(startedAt));
                    var moment = LedgerConnection.prepared(connection, MOMENT, now)) {
                letters.executeUpdate();
                moment.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What was open in the backup could not be settled.", e);
        }
    }

    // Mails may have left without this database's knowledge until this time.
    public Optional<Instant> until() {
        try (var connection = database.getConnection()) {
            return LedgerConnection.rows(
                            connection,
                            "select restored_at from installation where restored_at is not null",
                            row -> row.getObject(1, Timestamp.class).toInstant())
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("Whether the database was restored could not be read.", e);
        }
    }
}
