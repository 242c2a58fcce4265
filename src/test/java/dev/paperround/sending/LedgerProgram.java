package dev.paperround.sending;

import dev.paperround.database.Sql;
import dev.paperround.health.DutyHeartbeats;
import dev.paperround.sending.ledger.DeliveryResults;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.InstanceHeartbeat;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.sending.ledger.RareResultWriter;
import dev.paperround.sending.ledger.ResultQuarantine;
import dev.paperround.sending.ledger.SendLog;
import dev.paperround.sending.ledger.SendLogWriter;
import dev.paperround.sending.ledger.WriteRetry;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;

/** As much of a program as works on the ledger. */
abstract class LedgerProgram {
    final Instance instance = new Instance();
    final Ledger ledger = new Ledger();
    final InstanceHeartbeat heartbeat = new InstanceHeartbeat();
    final SendLog sendLog = new SendLog();
    final SendLogWriter commits;
    final LedgerConnection connection;

    LedgerProgram(AgroalDataSource database, Clock clock) {
        var results = new DeliveryResults();
        var special = new RareResultWriter();
        ledger.sql = new Sql(database);
        ledger.instance = instance;
        ledger.clock = clock;
        heartbeat.instance = instance;
        sendLog.instance = instance;
        sendLog.clock = clock;
        results.clock = clock;
        special.instance = instance;
        special.results = results;
        special.clock = clock;
        var meters = new SimpleMeterRegistry();
        commits = new SendLogWriter(
                database,
                sendLog,
                results,
                special,
                instance,
                new WriteRetry(new ResultQuarantine(meters), new DutyHeartbeats(clock, meters)));
        connection = new LedgerConnection(database);
    }

    void settle() throws InterruptedException {
        if (!commits.settle(10_000)) {
            throw new IllegalStateException("The journal was not posted.");
        }
    }

    void stop() throws InterruptedException {
        commits.stop();
        connection.close();
    }
}
