package dev.paperround.paper;

import java.util.List;

/**
 * A paper with its rank on each of its digest days.
 *
 * @param trendingRanks ranks by votes, starting at 1, in the order of {@link Paper#days}
 */
public record FeaturedPaper(Paper paper, List<Integer> trendingRanks) {
    public FeaturedPaper {
        trendingRanks = List.copyOf(trendingRanks);
    }
}
