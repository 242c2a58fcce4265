package dev.paperround.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Brings what the journal has to the deliveries themselves, many at a time, and so frees the journal's slots. */
final class Posting {
    private static final int ENOUGH = Journal.SLOTS / 2;
    private static final long GATHER_MILLISECONDS = 40;
    private static final long IDLE_SECONDS = 5;
    private static final long AGAIN_MILLISECONDS = 500;

    private final BlockingQueue<List<Result>> queue = new LinkedBlockingQueue<>();
    private final Semaphore free = new Semaphore(Journal.SLOTS - 1);
    private final AtomicInteger unposted = new AtomicInteger();
    private final LedgerConnection connection;
    private final Results results;
    private final SpecialResults special;
    private final String shard;
    private final Thread thread = new Thread(this::run, "ledger-poster");
    private volatile boolean closing;

    Posting(AgroalDataSource database, Results results, SpecialResults special, String shard) {
        this.connection = new LedgerConnection(database);
        this.results = results;
        this.special = special;
        this.shard = shard;
        thread.setDaemon(true);
        thread.start();
    }

    /** Before a slot is written: waits until the one whose turn it is has been posted. */
    void awaitSlot() throws InterruptedException {
        free.acquire();
    }

    /** The slot's deliveries, once the journal has them; they may be none. */
    void journaled(List<Result> accepted) {
        unposted.incrementAndGet();
        queue.add(accepted);
    }

    /** Nothing came of the slot that was waited for. */
    void unwritten() {
        free.release();
    }

    /** False when the time is over and something is still not posted. */
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
        try {
            while (!closing) {
                var first = queue.poll(IDLE_SECONDS, TimeUnit.SECONDS);
                if (first == null) {
                    giveBack();
                } else {
                    postAtLast(gathered(first));
                }
            }
        } catch (InterruptedException e) {
            Log.debug("The ledger's poster has ended.");
        } finally {
            giveBack();
        }
    }

    private List<List<Result>> gathered(List<Result> first) throws InterruptedException {
        var gathered = new ArrayList<List<Result>>(List.of(first));
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLISECONDS);
        while (gathered.size() < ENOUGH) {
            var next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            gathered.add(next);
        }
        return gathered;
    }

    private void postAtLast(List<List<Result>> slots) throws InterruptedException {
        var accepted = slots.stream().flatMap(List::stream).toList();
        for (var tries = 0; ; tries++) {
            try {
                post(accepted);
                break;
            } catch (SQLException | RuntimeException e) {
                if (tries % 20 == 0) {
                    Log.errorf(
                            "Accepted mails are in the journal, but %d cannot be posted yet; it is tried again. %s",
                            accepted.size(), e);
                }
                TimeUnit.MILLISECONDS.sleep(AGAIN_MILLISECONDS);
            }
        }
        free.release(slots.size());
        synchronized (unposted) {
            unposted.addAndGet(-slots.size());
            unposted.notifyAll();
        }
    }

    private void post(List<Result> accepted) throws SQLException {
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

    private void giveBack() {
        try {
            connection.close();
        } catch (SQLException e) {
            Log.debugf("The poster's idle connection was gone already: %s", e);
        }
    }
}
