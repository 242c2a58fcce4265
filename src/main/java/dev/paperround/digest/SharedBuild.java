package dev.paperround.digest;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A costly thing made from the database, built by one thread at a time whenever the revision has changed. */
final class SharedBuild<T> {
    private record Built<T>(long revision, long begunAt, T value) {}

    private final Executor builders;
    private final LongSupplier revision;
    private final Supplier<T> build;
    private final AtomicInteger waiting = new AtomicInteger();
    private Built<T> built;
    private CompletableFuture<Void> building;

    SharedBuild(Executor builders, LongSupplier revision, Supplier<T> build) {
        this.builders = builders;
        this.revision = revision;
        this.build = build;
    }

    /** Waits so long at most, with so many others at most; then the one before is better than none. */
    Optional<T> get(Duration patience, int mostWaiting) {
        var asked = System.nanoTime();
        var wanted = revision.getAsLong();
        var fresh = fresh(wanted, asked);
        if (fresh.isPresent()) {
            return fresh;
        }
        try {
            return waiting.incrementAndGet() > mostWaiting
                    ? latest()
                    : await(wanted, asked, asked + patience.toNanos());
        } finally {
            waiting.decrementAndGet();
        }
    }

    private Optional<T> await(long wanted, long asked, long deadline) {
        var fresh = fresh(wanted, asked);
        while (fresh.isEmpty()) {
            try {
                building().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return latest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return latest();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the archive could not be built", e.getCause());
            }
            fresh = fresh(wanted, asked);
        }
        return fresh;
    }

    /** If it is of the revision now. */
    Optional<T> fresh() {
        return fresh(revision.getAsLong(), System.nanoTime());
    }

    private synchronized Optional<T> fresh(long wanted, long asked) {
        return Optional.ofNullable(built)
                .filter(it -> it.revision() == wanted || it.begunAt() - asked >= 0)
                .map(Built::value);
    }

    private synchronized Optional<T> latest() {
        return Optional.ofNullable(built).map(Built::value);
    }

    synchronized void forget() {
        built = null;
    }

    private synchronized CompletableFuture<Void> building() {
        if (building == null) {
            building = CompletableFuture.runAsync(this::rebuild, builders);
        }
        return building;
    }

    private void rebuild() {
        Built<T> fresh = null;
        try {
            var begunAt = System.nanoTime();
            // Asked before building: what comes in meanwhile makes the result old, never unseen.
            var of = revision.getAsLong();
            fresh = new Built<>(of, begunAt, build.get());
        } finally {
            ended(fresh);
        }
    }

    private synchronized void ended(Built<T> fresh) {
        built = fresh == null ? built : fresh;
        building = null;
    }
}
