package dev.paperround.digest;

import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Answers what strangers ask of many papers, with half of the processors and a fixed share of the memory, so that planning
 * and sending keep theirs. Two archives are kept, of the last month and of all papers; a shorter time is the beginning of one.
 */
@ApplicationScoped
public class Archives {
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int RECENT_DAYS = 31;
    private static final int MOST_WAITING = 64;

    /** Of an archive while it is built, with the texts it is made from. */
    private static final int BYTES_OF_A_PAPER = 8 << 10;

    private static final int MOST_PAPERS =
            (int) Math.min(1 << 20, Runtime.getRuntime().maxMemory() / BYTES_OF_A_PAPER);

    @Inject
    Papers papers;

    private final ExecutorService builders = Executors.newFixedThreadPool(2, task -> {
        var thread = new Thread(task, "archive");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final SharedBuild<Archive> recent = new SharedBuild<>(builders, this::revision, this::buildRecent);
    private final SharedBuild<Archive> everything = new SharedBuild<>(builders, this::revision, this::buildAll);

    /** The answer of an archive that holds the papers of so many calendar days at least; empty while too many others ask. */
    public <T> Optional<T> ask(int days, Function<Archive, T> question) {
        return ask(days <= RECENT_DAYS ? recent : everything, question);
    }

    public <T> Optional<T> askAll(Function<Archive, T> question) {
        return ask(everything, question);
    }

    private <T> Optional<T> ask(SharedBuild<Archive> archive, Function<Archive, T> question) {
        return archive.get(PATIENCE, MOST_WAITING).flatMap(it -> inTurn(it, question));
    }

    private <T> Optional<T> inTurn(Archive archive, Function<Archive, T> question) {
        try {
            if (turns.getQueueLength() >= MOST_WAITING
                    || !turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(archive));
        } finally {
            turns.release();
        }
    }

    private long revision() {
        return papers.revision();
    }

    private Archive buildRecent() {
        var newest = papers.days().stream().findFirst().map(DigestDay::day).orElse(LocalDate.EPOCH);
        return Archive.of(papers.between(newest.minusDays(RECENT_DAYS - 1L), newest, MOST_PAPERS, 0));
    }

    private Archive buildAll() {
        var all = papers.count();
        var same = recent.fresh().filter(it -> it.size() == all);
        if (same.isPresent()) {
            return same.get();
        }
        if (all > MOST_PAPERS) {
            Log.warnf(
                    "The heap is too small to search all %d papers: the newest %d are found. Give Java more memory (-Xmx).",
                    all, MOST_PAPERS);
        }
        if (all > MOST_PAPERS / 4) {
            // Two of them would not fit beside each other.
            everything.forget();
        }
        return Archive.of(papers.newest(Optional.empty(), MOST_PAPERS, 0));
    }

    @PreDestroy
    void stop() {
        builders.shutdownNow();
    }
}
