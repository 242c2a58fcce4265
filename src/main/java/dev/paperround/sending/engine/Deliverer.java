package dev.paperround.sending.engine;

import dev.paperround.health.Duty;
import dev.paperround.health.DutyHeartbeats;
import dev.paperround.sending.ledger.DeliveryBatches;
import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.InstanceHeartbeat;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.sending.ledger.SendLog;
import dev.paperround.sending.ledger.SendLogWriter;
import dev.paperround.sending.planning.LateDigests;
import dev.paperround.sending.planning.SendCompletion;
import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.smtp.Relays;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the queue filled: claims ahead of the relay, releases deliveries that cannot leave and reports that this
 * instance is alive. Rendering, sending and recording run on threads of their own.
 */
@ApplicationScoped
public class Deliverer {
    private static final int AHEAD = 600;
    private static final Duration LOOK_ROUND = Duration.ofMillis(500);
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(7);
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(9);

    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean stopping;
    private LedgerConnection connection;
    private DeliveryQueue queue;
    private DeliveryFetcher fetcher;
    private List<Ledger.Open> sends = List.of();
    private long lookedRound;

    @Inject
    public Ledger ledger;

    @Inject
    public Instance instance;

    @Inject
    public InstanceHeartbeat heartbeat;

    @Inject
    public SendCompletion completion;

    @Inject
    public LateDigests lateDigests;

    @Inject
    public MailRenderers writers;

    @Inject
    public Relays relays;

    @Inject
    public SendLog sendLog;

    @Inject
    public SendLogWriter commits;

    @Inject
    public RetryPolicy retryPolicy;

    @Inject
    public DeliveryMetrics metrics;

    @Inject
    public BatchTraces traces;

    @Inject
    public DeliverySettings settings;

    @Inject
    public RateLimiter rate;

    @Inject
    public DomainBudgets budgets;

    @Inject
    public DutyHeartbeats heartbeats;

    @Inject
    public AgroalDataSource database;

    // Returns once nothing is in flight and either nothing is due or the relay is unavailable.
    public void deliverDue() {
        running.lock();
        traces.begin();
        try {
            prepare();
            lookRound();
            work();
            commits.settle(SETTLE_WITHIN.toMillis());
            metrics.settle();
            lookRound();
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger could not be used.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            traces.end();
            running.unlock();
        }
    }

    // Mail on the wire is finished and recorded; deliveries that were only claimed are released.
    public void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopping = true;
        if (running.tryLock(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            try {
                if (connection != null) {
                    heartbeat.leave(connection);
                    connection.close();
                }
            } catch (SQLException e) {
                Log.warnf("The database was not told of the stop; the others find out by themselves. %s", e);
            } finally {
                running.unlock();
            }
        }
    }

    private void prepare() throws SQLException {
        if (queue == null) {
            connection = new LedgerConnection(database);
            budgets.adopt(connection);
            queue = new DeliveryQueue(relays, commits, retryPolicy, metrics, traces, rate);
            fetcher = new DeliveryFetcher(ledger, budgets, writers, queue);
        }
    }

    private void work() throws InterruptedException {
        var stopBy = 0L;
        while (true) {
            var going = !stopping && relays.askable();
            var claimed = 0;
            try {
                claimed = turn(going);
                heartbeats.succeeded(Duty.SENDING);
            } catch (SQLException e) {
                heartbeats.failed(Duty.SENDING, e);
                Log.errorf("The ledger cannot be used for now. %s", e);
                TimeUnit.MILLISECONDS.sleep(500);
            }
            if (claimed == 0) {
                if (queue.held() == 0) {
                    return;
                }
                queue.awaitChange(DeliveryFetcher.heldAtMost(ahead()), going ? 20 : 100);
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

    private int turn(boolean going) throws SQLException {
        if (going) {
            queue.open();
        } else {
            queue.close();
        }
        giveBack();
        if (System.nanoTime() - lookedRound > LOOK_ROUND.toNanos()) {
            lookRound();
        }
        return going ? fetcher.round(connection, sends, ahead()) : 0;
    }

    private void giveBack() throws SQLException {
        var unwanted = queue.unwanted();
        if (!unwanted.isEmpty()) {
            try {
                ledger.release(connection, unwanted);
            } catch (SQLException e) {
                queue.stillUnwanted(unwanted);
                throw e;
            }
            queue.gone(unwanted);
        }
    }

    private int ahead() {
        // One mail per send is enough to find out whether the relay is back.
        return relays.areTrying()
                ? sends.size()
                : relays.ahead(Math.max(rate.ahead(AHEAD), rate.ahead(2 * settings.connections())));
    }

    private void lookRound() throws SQLException {
        heartbeat.beat(connection, relays.trouble());
        sendLog.open(connection);
        heartbeat.takeOver(connection);
        ledger.giveBackLostClaims(connection);
        DeliveryBatches.forgetEnded(connection, instance.id);
        completion.endThoseDone(connection);
        completion.skipCancelled(connection);
        lateDigests.skipSome(connection);
        var open = ledger.openSends(connection);
        sends.stream().filter(send -> !open.contains(send)).forEach(send -> queue.dropSend(send.send()));
        if (!sends.containsAll(open)) {
            // A send was started or resumed.
            relays.tryNow();
        }
        sends = open;
        lookedRound = System.nanoTime();
    }
}
