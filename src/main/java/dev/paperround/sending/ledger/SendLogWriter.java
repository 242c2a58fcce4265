package dev.paperround.sending.ledger;

import dev.paperround.database.UncheckedSqlException;
import dev.paperround.health.Duty;
import dev.paperround.sending.DeliveryState;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Only writer of this instance's journal; everything that arrives during a commit goes into the next one. Entries that
 * cannot be written are kept and retried, so that nothing is lost while the database is down.
 */
@Singleton
public class SendLogWriter {
    private static final int MOST = 500;
    private static final long GATHER_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long IDLE_NANOSECONDS = TimeUnit.SECONDS.toNanos(5);

    private final BatchingQueue<SendLogEntry> queue = new BatchingQueue<>();
    private final LedgerConnection connection;
    private final SendLog sendLog;
    private final DeliveryResults results;
    private final RareResultWriter special;
    private final SendLogFlusher flusher;
    private final WriteRetry retry;
    private final String shard;
    private final WriteRetry.Writer<SendLogEntry> entries = new Entries();
    private final Set<Long> inFlight = new LinkedHashSet<>();
    private long seq = 1;
    private boolean slotFree;
    private Thread thread;
    private volatile boolean closing;

    @Inject
    public SendLogWriter(
            AgroalDataSource database,
            SendLog sendLog,
            DeliveryResults results,
            RareResultWriter special,
            Instance instance,
            WriteRetry retry) {
        this.connection = new LedgerConnection(database);
        this.sendLog = sendLog;
        this.results = results;
        this.special = special;
        this.shard = instance.id;
        this.retry = retry;
        this.flusher = new SendLogFlusher(database, results, special, instance.id + " posting", retry, this::hold);
    }

    // Completes once the result is in the ledger for good.
    public CompletableFuture<Void> record(DeliveryResult result) {
        var done = new CompletableFuture<Void>();
        enter(new SendLogEntry.Recording(result, done));
        return done;
    }

    /**
     * Completes with true once the ledger durably says that this mail is on its way, or with false if it must not
     * leave.
     */
    public CompletableFuture<Boolean> mark(LeasedDelivery delivery) {
        var allowed = new CompletableFuture<Boolean>();
        enter(new SendLogEntry.Marking(delivery, allowed));
        return allowed;
    }

    private void hold(LeasedDelivery delivery) {
        enter(new SendLogEntry.Holding(delivery));
    }

    // Returns false if the deliveries do not show everything recorded in time.
    public boolean settle(long milliseconds) throws InterruptedException {
        return flusher.settle(milliseconds);
    }

    private synchronized void enter(SendLogEntry entry) {
        if (thread == null || !thread.isAlive()) {
            thread = new Thread(this::run, "ledger-writer");
            thread.setDaemon(true);
            thread.start();
        }
        queue.add(entry);
    }

    @PreDestroy
    public synchronized void stop() throws InterruptedException {
        closing = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(1000);
        }
        flusher.stop();
    }

    private void run() {
        while (!closing) {
            try {
                retry.beat(Duty.RECORDING);
                var batch = gathered();
                if (batch.isEmpty()) {
                    giveBack();
                } else {
                    retry.untilWritten(Duty.RECORDING, batch, entries);
                }
            } catch (InterruptedException e) {
                Log.debug("The ledger's writer ends at the stop, or looks again.");
            } catch (RuntimeException | Error e) {
                retry.stumbled(Duty.RECORDING, e);
                Log.error("The ledger's writer stumbled, and goes on.", e);
            }
        }
        giveBack();
    }

    // A commit costs about the same for one mail and for ten. While more bodies are on the wire than mails wait here,
    // it waits a moment for the relay's next replies.
    private List<SendLogEntry> gathered() throws InterruptedException {
        if (queue.await(1, IDLE_NANOSECONDS)) {
            queue.await(Math.min(inFlight.size(), MOST), GATHER_NANOSECONDS);
        }
        return queue.take(MOST);
    }

    private void giveBack() {
        try {
            connection.close();
        } catch (UncheckedSqlException e) {
            Log.debugf("The ledger's idle connection was gone already: %s", e);
        }
    }

    private void write(List<SendLogEntry> batch) throws InterruptedException {
        var results = only(batch, SendLogEntry.Recording.class)
                .map(SendLogEntry.Recording::result)
                .toList();
        // Other outcomes are written to the delivery itself, before the journal says that it is no longer on the wire.
        record(results.stream().filter(it -> !isJournaled(it)).toList());
        var ended = results.stream().map(it -> it.delivery().id()).collect(Collectors.toSet());
        var markings = only(batch, SendLogEntry.Marking.class)
                .filter(it -> !ended.contains(it.delivery().id()))
                .toList();
        var held = only(batch, SendLogEntry.Holding.class)
                .map(it -> it.delivery().id())
                .toList();
        var allowed = journaled(
                Stream.concat(inFlight.stream(), held.stream())
                        .filter(it -> !ended.contains(it))
                        .distinct()
                        .toList(),
                results.stream().filter(SendLogWriter::isJournaled).toList(),
                markings.stream().map(SendLogEntry.Marking::delivery).toList());
        inFlight.removeAll(ended);
        inFlight.addAll(allowed);
        inFlight.addAll(held);
        only(batch, SendLogEntry.Marking.class).forEach(it -> it.allowed()
                .complete(allowed.contains(it.delivery().id())));
        only(batch, SendLogEntry.Recording.class).forEach(it -> it.done().complete(null));
    }

    private static boolean isJournaled(DeliveryResult result) {
        return result.state() == DeliveryState.SENT && !result.isSpecial();
    }

    private Set<Long> journaled(List<Long> stillInFlight, List<DeliveryResult> accepted, List<LeasedDelivery> marks)
            throws InterruptedException {
        if (!slotFree) {
            flusher.awaitSlot();
            slotFree = true;
        }
        var allowed = sendLog.write(connection, seq, stillInFlight, accepted, marks);
        if (allowed.isEmpty()) {
            // Another instance has taken over, with everything journaled here, so nothing leaves on these leases any
            // more.
            record(accepted);
            return Set.of();
        }
        flusher.journaled(accepted);
        slotFree = false;
        seq++;
        return allowed.get();
    }

    private void record(List<DeliveryResult> results) {
        var plain = results.stream().filter(it -> !it.isSpecial()).toList();
        var byDay =
                plain.stream().collect(Collectors.groupingBy(it -> it.delivery().createdOn()));
        for (var day : byDay.entrySet()) {
            var recorded = this.results.write(connection, day.getKey(), day.getValue(), shard);
            for (var result : day.getValue()) {
                afterwards(result, recorded.contains(result.delivery().id()));
            }
        }
        for (var result : results) {
            if (result.isSpecial()) {
                afterwards(result, special.withBytes(connection, result));
            }
        }
    }

    private void afterwards(DeliveryResult result, boolean recorded) {
        if (!recorded && result.state() != DeliveryState.UNKNOWN) {
            special.late(connection, result);
        }
    }

    private static <T extends SendLogEntry> Stream<T> only(List<SendLogEntry> entries, Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }

    private final class Entries implements WriteRetry.Writer<SendLogEntry> {
        @Override
        public void write(List<SendLogEntry> batch) throws InterruptedException {
            SendLogWriter.this.write(batch);
        }

        @Override
        public SendLogEntry withoutWords(SendLogEntry entry) {
            return entry instanceof SendLogEntry.Recording recording
                            && recording.result().hasWords()
                    ? new SendLogEntry.Recording(recording.result().withoutWords(), recording.done())
                    : null;
        }

        @Override
        public LeasedDelivery delivery(SendLogEntry entry) {
            return entry.delivery();
        }

        @Override
        public void setAside(SendLogEntry entry) {
            if (entry instanceof SendLogEntry.Recording recording) {
                inFlight.add(entry.delivery().id());
                recording.done().complete(null);
            } else if (entry instanceof SendLogEntry.Marking marking) {
                marking.allowed().complete(false);
            }
        }

        @Override
        public String warning() {
            return "The ledger cannot be written; %d entries wait and are tried again. %s";
        }

        @Override
        public boolean isClosing() {
            return closing;
        }
    }
}
