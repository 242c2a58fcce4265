package dev.paperround.sending.ledger;

import dev.paperround.database.UncheckedSqlException;
import dev.paperround.health.Duty;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Copies journal entries to the deliveries themselves, many at a time, which frees the journal's slots. */
final class SendLogFlusher implements WriteRetry.Writer<DeliveryResult> {
    private static final int ENOUGH = SendLog.SLOTS / 2;
    private static final long GATHER_MILLISECONDS = 40;
    private static final long IDLE_SECONDS = 5;

    private final BlockingQueue<List<DeliveryResult>> queue = new LinkedBlockingQueue<>();
    private final Semaphore free = new Semaphore(SendLog.SLOTS - 1);
    private final AtomicInteger unposted = new AtomicInteger();
    private final LedgerConnection connection;
    private final DeliveryResults results;
    private final RareResultWriter special;
    private final String shard;
    private final WriteRetry retry;
    private final Consumer<LeasedDelivery> hold;
    private final Thread thread = new Thread(this::run, "ledger-poster");
    private volatile boolean closing;

    // The hold callback takes a delivery whose result cannot be written.
    SendLogFlusher(
            AgroalDataSource database,
            DeliveryResults results,
            RareResultWriter special,
            String shard,
            WriteRetry retry,
            Consumer<LeasedDelivery> hold) {
        this.retry = retry;
        this.hold = hold;
        this.connection = new LedgerConnection(database);
        this.results = results;
        this.special = special;
        this.shard = shard;
        thread.setDaemon(true);
        thread.start();
    }

    // Call this before writing a slot; it waits until the slot's previous content has been posted.
    void awaitSlot() throws InterruptedException {
        free.acquire();
    }

    // Call this once the slot's deliveries are in the journal; the list may be empty.
    void journaled(List<DeliveryResult> accepted) {
        unposted.incrementAndGet();
        queue.add(accepted);
    }

    // Nothing was written to the slot that was waited for.
    void unwritten() {
        free.release();
    }

    // Returns false if something is still not posted when the time is up.
    boolean settle(long milliseconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        synchronized (unposted) {
            while (unposted.get() > 0) {
                var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                unposted.wait(left);
            }
        }
        return true;
    }

    void stop() throws InterruptedException {
        closing = true;
        thread.interrupt();
        thread.join(1000);
    }

    private void run() {
        while (!closing) {
            try {
                retry.beat(Duty.POSTING);
                var first = queue.poll(IDLE_SECONDS, TimeUnit.SECONDS);
                if (first == null) {
                    giveBack();
                } else {
                    postSlots(gathered(first));
                }
            } catch (InterruptedException e) {
                Log.debug("The ledger's poster ends at the stop, or looks again.");
            } catch (RuntimeException | Error e) {
                retry.stumbled(Duty.POSTING, e);
                Log.error("The ledger's poster stumbled, and goes on.", e);
            }
        }
        giveBack();
    }

    private List<List<DeliveryResult>> gathered(List<DeliveryResult> first) throws InterruptedException {
        var gathered = new ArrayList<List<DeliveryResult>>(List.of(first));
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLISECONDS);
        try {
            while (gathered.size() < ENOUGH) {
                var next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    break;
                }
                gathered.add(next);
            }
        } catch (InterruptedException e) {
            WriteRetry.endOnlyAtTheStop(this, e);
        }
        return gathered;
    }

    private void postSlots(List<List<DeliveryResult>> slots) throws InterruptedException {
        retry.untilWritten(Duty.POSTING, slots.stream().flatMap(List::stream).toList(), this);
        free.release(slots.size());
        synchronized (unposted) {
            unposted.addAndGet(-slots.size());
            unposted.notifyAll();
        }
    }

    @Override
    public void write(List<DeliveryResult> accepted) {
        var byDay = accepted.stream()
                .collect(Collectors.groupingBy(it -> it.delivery().createdOn()));
        for (var day : byDay.entrySet()) {
            var recorded = results.write(connection, day.getKey(), day.getValue(), shard);
            for (var result : day.getValue()) {
                if (!recorded.contains(result.delivery().id())) {
                    special.late(connection, result);
                }
            }
        }
    }

    @Override
    public DeliveryResult withoutWords(DeliveryResult result) {
        return result.hasWords() ? result.withoutWords() : null;
    }

    @Override
    public LeasedDelivery delivery(DeliveryResult result) {
        return result.delivery();
    }

    @Override
    public void setAside(DeliveryResult result) {
        hold.accept(result.delivery());
    }

    @Override
    public String warning() {
        return "Accepted mails are in the journal, but %d cannot be posted yet; it is tried again. %s";
    }

    @Override
    public boolean isClosing() {
        return closing;
    }

    private void giveBack() {
        try {
            connection.close();
        } catch (UncheckedSqlException e) {
            Log.debugf("The poster's idle connection was gone already: %s", e);
        }
    }
}
