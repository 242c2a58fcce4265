package dev.paperround.archive;

import dev.paperround.matching.archive.ArchiveIndex;
import dev.paperround.matching.archive.ArchiveSearch;
import dev.paperround.matching.index.KnownWords;
import dev.paperround.matching.query.Query;
import dev.paperround.meaning.Meanings;
import dev.paperround.meaning.VectorKeeper;
import dev.paperround.paper.Papers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Searches all papers, with as many searches at once as there are processors, so that planning and sending always get a
 * fair share. An answer is empty if too many searches are waiting or if no index is available, such as on a full disk.
 */
@ApplicationScoped
public class Archive implements KnownWords {
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration NEWEST_PAPERS = Duration.ofSeconds(2);

    private static final int MOST_WAITING = 64;

    @Inject
    ArchiveKeeper keeper;

    @Inject
    Papers papers;

    @Inject
    Meanings meanings;

    @Inject
    VectorKeeper vectors;

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    public Optional<ArchiveHits> search(ArchiveSearch search) {
        if (search.query().filter(query -> !query.likedLeaves().isEmpty()).isPresent()) {
            vectors.await(NEWEST_PAPERS);
        }
        return inTurn(index -> index.search(search, meanings))
                .map(found -> new ArchiveHits(found.total(), found.considered(), papers.byIds(found.ids())));
    }

    // Returns true if too many searches are running, so that no hints appear.
    @Override
    public boolean finds(Query query) {
        return inTurn(index -> index.search(ArchiveSearch.of(query).page(0, 0), meanings)
                        .total())
                .map(total -> total > 0)
                .orElse(true);
    }

    @Override
    public Optional<String> nearSpelling(String word) {
        return inTurn(index -> index.nearSpelling(word)).flatMap(near -> near);
    }

    public Optional<Integer> count(Query query, int lastDays) {
        return inTurn(
                index -> index.search(ArchiveSearch.of(query).ofLast(lastDays).page(0, 0), meanings)
                        .total());
    }

    public ArchiveStatus status() {
        keeper.fresh();
        return keeper.status();
    }

    private interface Question<T> {
        T ask(ArchiveIndex index) throws IOException;
    }

    private <T> Optional<T> inTurn(Question<T> question) {
        var index = keeper.fresh();
        if (index.isEmpty() || !hasTurn()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.ask(index.get()));
        } catch (IOException e) {
            throw new IllegalStateException("the archive's index could not be read", e);
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.getQueueLength() < MOST_WAITING
                    && turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
