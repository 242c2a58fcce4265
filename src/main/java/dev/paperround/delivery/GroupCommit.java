package dev.paperround.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one writer of this instance: whatever has come in while it wrote goes into its next statement. What it cannot write it
 * keeps and tries again, so that nothing is forgotten while the database is away.
 */
@Singleton
class GroupCommit {
    private static final int MOST = 500;
    private static final long IDLE_SECONDS = 5;
    private static final long AGAIN_MILLISECONDS = 500;

    private sealed interface Entry {
        Claimed delivery();
    }

    private record Recording(Result result, CompletableFuture<Void> done) implements Entry {
        @Override
        public Claimed delivery() {
            return result.delivery();
        }
    }

    private record Marking(Claimed delivery, CompletableFuture<Boolean> allowed) implements Entry {}

    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final LedgerConnection connection;
    private final LedgerGroup group;
    private final SpecialResults special;
    private Thread thread;
    private volatile boolean closing;

    @Inject
    GroupCommit(AgroalDataSource database, LedgerGroup group, SpecialResults special) {
        this.connection = new LedgerConnection(database);
        this.group = group;
        this.special = special;
    }

    /** Completes when it is in the ledger for good. */
    CompletableFuture<Void> record(Result result) {
        var done = new CompletableFuture<Void>();
        enter(new Recording(result, done));
        return done;
    }

    /** True once the ledger says for good that this mail is on its way; false when it must not go. */
    CompletableFuture<Boolean> mark(Claimed delivery) {
        var allowed = new CompletableFuture<Boolean>();
        enter(new Marking(delivery, allowed));
        return allowed;
    }

    private synchronized void enter(Entry entry) {
        if (thread == null) {
            thread = new Thread(this::run, "ledger-writer");
            thread.setDaemon(true);
            thread.start();
        }
        queue.add(entry);
    }

    @PreDestroy
    synchronized void stop() throws InterruptedException {
        closing = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(1000);
        }
    }

    private void run() {
        try {
            while (!closing) {
                var first = queue.poll(IDLE_SECONDS, TimeUnit.SECONDS);
                if (first == null) {
                    giveBack();
                } else {
                    var batch = new ArrayList<Entry>(List.of(first));
                    queue.drainTo(batch, MOST - 1);
                    writeAtLast(batch);
                }
            }
        } catch (InterruptedException e) {
            Log.debug("The ledger's writer has ended.");
        }
    }

    private void giveBack() {
        try {
            connection.close();
        } catch (SQLException e) {
            Log.debugf("The ledger's idle connection was gone already: %s", e);
        }
    }

    private void writeAtLast(List<Entry> batch) throws InterruptedException {
        for (var tries = 0; ; tries++) {
            try {
                write(batch);
                return;
            } catch (SQLException | RuntimeException e) {
                if (tries % 20 == 0) {
                    Log.errorf(
                            "The ledger cannot be written; %d entries wait and are tried again. %s", batch.size(), e);
                }
                TimeUnit.MILLISECONDS.sleep(AGAIN_MILLISECONDS);
            }
        }
    }

    private void write(List<Entry> batch) throws SQLException {
        var byDay =
                batch.stream().collect(Collectors.groupingBy(it -> it.delivery().createdOn()));
        Map<Marking, Boolean> allowed = new HashMap<>();
        for (var day : byDay.entrySet()) {
            var recordings = only(day.getValue(), Recording.class).toList();
            var plain = recordings.stream()
                    .map(Recording::result)
                    .filter(it -> !it.isSpecial())
                    .toList();
            // One statement may touch a row once: whose result is here already needs no mark.
            var ended =
                    recordings.stream().map(it -> it.delivery().id()).collect(Collectors.toCollection(HashSet::new));
            var markings = only(day.getValue(), Marking.class).toList();
            var marks = markings.stream()
                    .map(Marking::delivery)
                    .filter(it -> !ended.contains(it.id()))
                    .toList();
            var answer = group.write(connection, day.getKey(), plain, marks);
            markings.forEach(
                    it -> allowed.put(it, answer.marked().contains(it.delivery().id())));
            for (var result : plain) {
                afterwards(result, answer.recorded().contains(result.delivery().id()));
            }
            for (var recording : recordings) {
                if (recording.result().isSpecial()) {
                    afterwards(recording.result(), special.withBytes(connection, recording.result()));
                }
            }
        }
        allowed.forEach((marking, may) -> marking.allowed().complete(may));
        only(batch, Recording.class).forEach(it -> it.done().complete(null));
    }

    private void afterwards(Result result, boolean recorded) throws SQLException {
        if (!recorded && result.state() != DeliveryState.UNKNOWN) {
            special.late(connection, result);
        }
    }

    private static <T extends Entry> Stream<T> only(List<Entry> entries, Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }
}
