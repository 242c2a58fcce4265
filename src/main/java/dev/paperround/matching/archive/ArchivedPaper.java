package dev.paperround.matching.archive;

import dev.paperround.matching.text.PaperText;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper as the archive's index takes it.
 *
 * @param features the digests it was featured in, newest first, never empty
 */
public record ArchivedPaper(long id, PaperText text, List<Feature> features) {
    /**
     * @param position on the day's page, from 0
     * @param trendingRank among the day's papers by votes, from 1
     */
    public record Feature(LocalDate day, int position, int trendingRank) {}

    public ArchivedPaper {
        features = List.copyOf(features);
    }

    public Feature newest() {
        return features.get(0);
    }
}
