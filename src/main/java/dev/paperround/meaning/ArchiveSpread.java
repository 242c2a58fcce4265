package dev.paperround.meaning;

import dev.paperround.matching.meaning.Embedder;
import dev.paperround.matching.meaning.PaperVectors;
import dev.paperround.matching.meaning.Spread;
import dev.paperround.paper.Papers;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps the spread of the archive's papers as they change; while there are few, that of built-in topics serves. */
@ApplicationScoped
class ArchiveSpread {
    private static final String TOPICS = "reference-topics.txt";

    // Planning asks for thousands of texts in a second.
    private static final long RECENT_NANOS = 1_000_000_000;

    @Inject
    PaperVectorTable table;

    @Inject
    Papers papers;

    private Spread spread;
    private Spread ofTopics;
    private long revision;
    private long checkedAt;

    synchronized Spread now(Embedder embedder) {
        if (spread != null && System.nanoTime() - checkedAt < RECENT_NANOS) {
            return spread;
        }
        var current = papers.revision();
        if (spread == null || current != revision) {
            spread = fresh(embedder);
            revision = current;
        }
        checkedAt = System.nanoTime();
        return spread;
    }

    private Spread fresh(Embedder embedder) {
        var sample = table.sample(embedder.model(), Spread.MOST);
        return sample.size() < Spread.FEWEST ? topics(embedder) : new Spread(sample);
    }

    private Spread topics(Embedder embedder) {
        if (ofTopics == null) {
            try (var in = ArchiveSpread.class.getResourceAsStream(TOPICS)) {
                var topics = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                List<PaperVectors> vectors = new ArrayList<>();
                for (var vector : embedder.embed(topics)) {
                    vectors.add(PaperVectors.of(List.of(vector)));
                }
                ofTopics = new Spread(vectors);
            } catch (IOException e) {
                Log.warnf("The built-in topics could not be made vectors: %s", e.getMessage());
                throw new UncheckedIOException(e);
            }
        }
        return ofTopics;
    }
}
