package dev.paperround.paper;

import java.util.List;

/**
 * A paper with the place it had on each of its digest days.
 *
 * @param trendingRanks among the day's papers by votes, from 1, in the order of {@link Paper#days}
 */
public record FeaturedPaper(Paper paper, List<Integer> trendingRanks) {
    public FeaturedPaper {
        trendingRanks = List.copyOf(trendingRanks);
    }
}
