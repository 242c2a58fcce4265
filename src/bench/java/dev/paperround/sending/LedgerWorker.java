package dev.paperround.sending;

import dev.paperround.sending.ledger.DeliveryBatches;
import dev.paperround.sending.ledger.DeliveryResult;
import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportResult.Phase;
import dev.paperround.transport.TransportResult.Verdict;
import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One instance's way through the ledger, with a relay that takes everything at once: claimed, marked, recorded. */
final class LedgerWorker extends LedgerProgram {
    private static final TransportResult TAKEN =
            new TransportResult(Verdict.ACCEPTED, Phase.MESSAGE, 250, "250 2.0.0 Ok: queued as 4XyZ1a2B3c");

    /** Mails are at every step at any time, and some are claimed ahead. */
    private static final int AT_ONCE = 3;

    /** Nanoseconds, as the program does. */
    private static final long LOOK_ROUND = 500_000_000;

    private final int batch;

    LedgerWorker(AgroalDataSource database, int batch) {
        super(database, Clock.systemUTC());
        this.batch = batch;
    }

    /** How many it took of the send until the ledger had this many, or nothing was left. */
    int work(long send, LocalDate day, int most) throws SQLException, InterruptedException {
        heartbeat.beat(connection, Optional.empty());
        sendLog.open(connection);
        var from = new Ledger.Open(send, day, day);
        var done = 0;
        var underWay = new ArrayDeque<CompletableFuture<Void>>();
        var looked = System.nanoTime();
        while (done < most && isAnyFree(send)) {
            var claimed = ledger.claim(connection, from, DomainBudgets.NONE, batch);
            underWay.add(recorded(claimed));
            done += claimed.size();
            if (underWay.size() == AT_ONCE) {
                underWay.remove().join();
            }
            if (System.nanoTime() - looked > LOOK_ROUND) {
                DeliveryBatches.forgetEnded(connection, instance.id);
                looked = System.nanoTime();
            }
        }
        underWay.forEach(CompletableFuture::join);
        settle();
        return done;
    }

    /** A claim may come back empty while the other worker has the last batch in its hands. */
    private boolean isAnyFree(long send) throws SQLException {
        return connection
                .query(
                        "select exists (select from delivery_batch where send_id = ? and owner is null)",
                        row -> row.getBoolean(1),
                        send)
                .get(0);
    }

    private CompletableFuture<Void> recorded(List<LeasedDelivery> claimed) {
        return CompletableFuture.allOf(claimed.stream()
                .map(it -> commits.mark(it).thenCompose(may -> {
                    if (!may) {
                        throw new IllegalStateException("Delivery " + it.id() + " was kept back.");
                    }
                    return commits.record(DeliveryResult.ended(it, DeliveryState.SENT, TAKEN));
                }))
                .toArray(CompletableFuture[]::new));
    }

    @Override
    void stop() throws InterruptedException {
        heartbeat.leave(connection);
        super.stop();
    }
}
