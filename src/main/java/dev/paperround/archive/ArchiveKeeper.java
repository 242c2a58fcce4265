package dev.paperround.archive;

import dev.paperround.matching.archive.ArchiveIndex;
import dev.paperround.paper.PaperChanges;
import dev.paperround.paper.Papers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens the archive's index and keeps it in step with the database. A single thread does all the writing. */
@Singleton
public class ArchiveKeeper {
    // Longer than adding a day's papers takes. After this time the answer uses the current state of the index.
    private static final long PATIENCE_SECONDS = 2;

    @Inject
    ArchiveDirectory directory;

    @Inject
    PaperChanges changes;

    @Inject
    ArchiveUpdates updates;

    @Inject
    Papers papers;

    private final ExecutorService writing = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "archive");
        thread.setDaemon(true);
        return thread;
    });

    private volatile ArchiveIndex index;
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    @Inject
    ArchiveKeeper(MeterRegistry meters) {
        Gauge.builder("paperround.archive.complete", () -> isComplete() ? 1 : 0)
                .description("1: every paper can be found; 0: the index is being built")
                .register(meters);
    }

    void open(@Observes StartupEvent event) {
        update();
    }

    // Returns the index with every change committed before the call, or as it is if catching up takes too long.
    Optional<ArchiveIndex> fresh() {
        var known = index;
        if (known == null
                || !known.mark().equals(OptionalLong.of(changes.state().revision()))) {
            await(update());
        }
        return Optional.ofNullable(index);
    }

    public void keep() {
        update().thenRunAsync(this::commit, writing);
    }

    private boolean isComplete() {
        var known = index;
        return known != null && known.mark().isPresent();
    }

    ArchiveStatus status() {
        var known = index;
        var complete = isComplete();
        var indexed = known == null ? 0 : known.size();
        return new ArchiveStatus(complete, indexed, complete ? indexed : papers.count());
    }

    // Callers that arrive while an update is queued share it.
    private synchronized CompletableFuture<Void> update() {
        if (underWay.isDone()) {
            underWay = CompletableFuture.runAsync(this::catchUp, writing);
        } else {
            // The running update may have read the database revision before the caller's change.
            underWay = underWay.thenRunAsync(this::catchUp, writing);
        }
        return underWay;
    }

    private void catchUp() {
        try {
            if (index == null) {
                index = directory.open(changes.state().archive());
                index.compact();
            }
            updates.apply(index);
        } catch (IOException | RuntimeException e) {
            Log.error("The archive's index cannot be kept up; it is opened anew with the next question.", e);
            close();
        }
    }

    private void commit() {
        try {
            if (index != null) {
                index.commit();
            }
        } catch (IOException | RuntimeException e) {
            Log.error("The archive's index cannot be written; it is opened anew with the next question.", e);
            close();
        }
    }

    private static void await(CompletableFuture<Void> update) {
        try {
            update.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            Log.debug("The archive is answered from what is indexed so far.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the archive's index was not kept up", e.getCause());
        }
    }

    private void close() {
        var closing = index;
        index = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException | RuntimeException e) {
                Log.warn("The archive's index was not closed cleanly; what is missing is taken in again.", e);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        updates.stop();
        writing.execute(this::close);
        writing.shutdown();
        if (!writing.awaitTermination(5, TimeUnit.SECONDS)) {
            Log.warn("The archive's index did not close in time; what is missing is taken in again.");
        }
    }
}
