package dev.paperround.sending.engine;

import dev.paperround.i18n.Message;
import dev.paperround.sending.ledger.InstanceHeartbeat;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.sending.ledger.SendLog;
import dev.paperround.sending.planning.LateDigests;
import dev.paperround.sending.planning.SendCompletion;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reports that this instance is alive, takes over from those that are not, and ends what is over. */
@Singleton
class LedgerUpkeep {
    @Inject
    AgroalDataSource database;

    @Inject
    Ledger ledger;

    @Inject
    InstanceHeartbeat heartbeat;

    @Inject
    SendLog sendLog;

    @Inject
    SendCompletion completion;

    @Inject
    LateDigests lateDigests;

    private LedgerConnection connection;

    LedgerConnection connection() {
        if (connection == null) {
            connection = new LedgerConnection(database);
        }
        return connection;
    }

    // Returns the sends that have deliveries to lease.
    List<Ledger.Open> lookRound(Optional<Message> trouble) {
        var open = connection();
        heartbeat.beat(open, trouble.map(Message::stored));
        sendLog.open(open);
        heartbeat.takeOver(open);
        ledger.giveBackLostClaims(open);
        heartbeat.forgetEndedBatches(open);
        completion.endThoseDone(open);
        completion.skipCancelled(open);
        lateDigests.skipSome(open);
        return ledger.openSends(open);
    }

    void leave() {
        if (connection != null) {
            heartbeat.leave(connection);
            connection.close();
        }
    }
}
