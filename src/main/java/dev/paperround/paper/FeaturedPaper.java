package dev.paperround.paper;

import java.util.List;

/**
 * A paper with the place it had on each of its digest days.
 *
 * @param positions on the day's page, in the order of {@link Paper#days}
 * @param trendingRanks among the day's papers by votes, from 1, in the same order
 */
public record FeaturedPaper(Paper paper, List<Integer> positions, List<Integer> trendingRanks) {
    public FeaturedPaper {
        positions = List.copyOf(positions);
        trendingRanks = List.copyOf(trendingRanks);
    }
}
