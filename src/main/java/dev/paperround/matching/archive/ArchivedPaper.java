package dev.paperround.matching.archive;

import dev.paperround.matching.text.PaperText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Holds a paper in the form that the archive's index takes. Its features are never empty, and the newest is first. */
public record ArchivedPaper(long id, PaperText text, List<Feature> features, Optional<byte[]> vectors) {
    // position counts from 0, but trendingRank counts from 1.
    public record Feature(LocalDate day, int position, int trendingRank) {}

    public ArchivedPaper {
        features = List.copyOf(features);
    }

    public ArchivedPaper(long id, PaperText text, List<Feature> features) {
        this(id, text, features, Optional.empty());
    }

    public Feature newest() {
        return features.get(0);
    }
}
