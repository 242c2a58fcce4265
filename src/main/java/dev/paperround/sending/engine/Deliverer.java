package dev.paperround.sending.engine;

import dev.paperround.database.UncheckedSqlException;
import dev.paperround.health.Duty;
import dev.paperround.health.DutyHeartbeats;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.sending.ledger.LedgerConnection;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Delivers what is due: leases ahead of the transports, renders, marks, sends and records. Leasing runs here, all else
 * on threads of its own.
 */
@ApplicationScoped
public class Deliverer {
    private static final Duration LOOK_ROUND = Duration.ofMillis(500);
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(7);
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(9);

    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean stopping;
    private List<Ledger.Open> sends = List.of();
    private long lookedRound;

    @Inject
    LedgerUpkeep upkeep;

    @Inject
    DeliveryFetcher fetcher;

    @Inject
    DeliveryQueue queue;

    @Inject
    DeliveryRecorder recorder;

    @Inject
    SendingPace pace;

    @Inject
    DutyHeartbeats heartbeats;

    // Returns once nothing is in flight and either nothing is due or no transport is available.
    public void deliverDue() {
        running.lock();
        recorder.begin();
        try {
            fetcher.adoptBudgets(upkeep.connection());
            lookRound();
            work();
            recorder.settle(SETTLE_WITHIN);
            lookRound();
        } catch (UncheckedSqlException e) {
            throw new IllegalStateException("The ledger could not be used.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            recorder.end();
            running.unlock();
        }
    }

    // Mail on the wire is finished and recorded; deliveries that were only leased are released.
    public void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopping = true;
        if (running.tryLock(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            try {
                upkeep.leave();
            } catch (UncheckedSqlException e) {
                Log.warnf("The database was not told of the stop; the others find out by themselves. %s", e);
            } finally {
                running.unlock();
            }
        }
    }

    private void work() throws InterruptedException {
        var stopBy = 0L;
        var failures = 0;
        while (true) {
            var going = !stopping && pace.maySend();
            var leased = 0;
            try {
                leased = turn(going);
                heartbeats.succeeded(Duty.SENDING);
                failures = 0;
            } catch (UncheckedSqlException e) {
                heartbeats.failed(Duty.SENDING, e);
                Log.errorf("The ledger cannot be used for now. %s", e);
                LedgerConnection.AGAIN.sleepAfter(failures++);
            }
            if (leased == 0) {
                if (queue.held() == 0) {
                    return;
                }
                queue.awaitChange(DeliveryFetcher.heldAtMost(pace.ahead(sends.size())), going ? 20 : 100);
            }
            if (stopping) {
                stopBy = stopBy == 0 ? System.nanoTime() + FINISH_WITHIN.toNanos() : stopBy;
                if (System.nanoTime() > stopBy) {
                    Log.warnf("%d mails were still on their way at the stop; they will be unknown.", queue.held());
                    return;
                }
            }
        }
    }

    private int turn(boolean going) {
        if (going) {
            queue.open();
        } else {
            queue.close();
        }
        fetcher.giveBack(upkeep.connection());
        if (System.nanoTime() - lookedRound > LOOK_ROUND.toNanos()) {
            lookRound();
        }
        return going ? fetcher.round(upkeep.connection(), sends, pace.ahead(sends.size())) : 0;
    }

    private void lookRound() {
        var open = upkeep.lookRound(pace.trouble());
        sends.stream().filter(send -> !open.contains(send)).forEach(send -> queue.dropSend(send.send()));
        if (!sends.containsAll(open)) {
            // A send was started or resumed.
            pace.probeNow();
        }
        sends = open;
        lookedRound = System.nanoTime();
    }
}
