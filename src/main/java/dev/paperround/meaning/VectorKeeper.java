package dev.paperround.meaning;

import dev.paperround.database.Sql;
import dev.paperround.matching.meaning.Embedder;
import dev.paperround.matching.meaning.PaperPassages;
import dev.paperround.matching.meaning.PaperVectors;
import dev.paperround.paper.PapersChanged;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes the vectors of papers on a thread of its own, those of one database on one instance at a time. */
@Singleton
public class VectorKeeper {
    // Each batch makes others look at the papers again, and a stop waits for the current paper only.
    private static final int BATCH = 64;

    // More than a window of digests holds; after an upgrade there may be hours of work behind these.
    private static final int NEWEST = 512;

    private static final String LOCK = "(hashtextextended('vectors of papers', 0))";

    @Inject
    EmbeddingModel model;

    @Inject
    PaperVectorTable table;

    @Inject
    Sql sql;

    private final ExecutorService working = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "meaning");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> newest = CompletableFuture.completedFuture(null);
    private volatile boolean stopping;

    void papersChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PapersChanged changed) {
        keep();
    }

    public synchronized CompletableFuture<Void> keep() {
        if (model.isOff() || stopping) {
            return CompletableFuture.completedFuture(null);
        }
        var isNewestDone = new CompletableFuture<Void>();
        newest = isNewestDone;
        Runnable run = () -> {
            try {
                catchUp(isNewestDone);
            } finally {
                isNewestDone.complete(null);
            }
        };
        underWay = underWay.isDone() ? CompletableFuture.runAsync(run, working) : underWay.thenRunAsync(run, working);
        return underWay;
    }

    /** Waits for the papers that came last before digests are planned, if any filter asks what they mean. */
    public void awaitForFilters(Duration most) {
        if (!newest().isDone() && isTrue(sql, "select exists (select from filter where query ilike '%like:%')")) {
            await(most);
        }
    }

    /** Waits for the papers that came last, so that a question right after them is answered with them. */
    public void await(Duration most) {
        var current = newest();
        try {
            current.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Log.debug("The question is answered with the vectors made so far.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing but the end of the work is waited for", e);
        }
    }

    private synchronized CompletableFuture<Void> newest() {
        return newest;
    }

    private void catchUp(CompletableFuture<Void> isNewestDone) {
        try {
            // The lock belongs to a session; no transaction is open while the model works.
            sql.onOneConnection(session -> {
                if (isTrue(session, "select pg_try_advisory_lock" + LOCK)) {
                    try {
                        makeAll(isNewestDone);
                    } finally {
                        isTrue(session, "select pg_advisory_unlock" + LOCK);
                    }
                }
                return null;
            });
        } catch (UncheckedIOException e) {
            Log.warnf("Vectors of papers could not be made; it is tried again in a minute: %s", e.getMessage());
        } catch (RuntimeException e) {
            Log.error("The vectors of papers cannot be kept up; it is tried again in a minute.", e);
        }
    }

    private static boolean isTrue(Sql session, String statement) {
        return session.one(statement, row -> row.getBoolean(1));
    }

    private void makeAll(CompletableFuture<Void> isNewestDone) {
        var embedder = model.embedder();
        if (embedder.isEmpty()) {
            return;
        }
        var name = embedder.get().model();
        var made = 0;
        for (var pending = table.pending(name, BATCH);
                !pending.isEmpty() && !stopping;
                pending = table.pending(name, BATCH)) {
            table.seen(pending.stream().filter(PaperVectorTable.Pending::known).toList());
            make(embedder.get(), pending);
            made += pending.size();
            if (made >= NEWEST) {
                isNewestDone.complete(null);
            }
        }
    }

    private void make(Embedder embedder, List<PaperVectorTable.Pending> pending) {
        var made = new ArrayList<PaperVectorTable.Made>();
        for (var paper : pending) {
            if (!paper.known() && !stopping) {
                made.add(new PaperVectorTable.Made(
                        paper, vectors(embedder, paper).toBytes()));
            }
        }
        if (!made.isEmpty()) {
            table.keep(embedder.model(), made);
        }
    }

    private static PaperVectors vectors(Embedder embedder, PaperVectorTable.Pending paper) {
        try {
            return PaperVectors.of(embedder.embed(PaperPassages.of(paper.title(), paper.abstractText())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        working.shutdown();
        if (!working.awaitTermination(5, TimeUnit.SECONDS)) {
            Log.warn("The vectors of papers are made after the next start.");
        }
    }
}
