package dev.paperround.digest;

import dev.paperround.paper.Paper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides the order of papers within a digest:
 *
 * <ol>
 *   <li>Relevance: {@link dev.paperround.matching.index.PaperIndex#score}, added up over the filters that match. Each
 *       word, phrase or prefix that is found counts once, by the best field it is found in: 3 points in the title, 2 in
 *       the keywords, 1 anywhere else. Exclusions and {@code upvotes:} count nothing.
 *   <li>Upvotes, most first; unknown counts come last.
 *   <li>Freshness: the newest day the paper was featured on.
 *   <li>The title, so that the order is stable.
 * </ol>
 */
final class Ranking {
    private static final Comparator<Paper> BEST_OF_EQUAL_SCORE = Comparator.comparingInt(Ranking::upvotes)
            .thenComparing(it -> it.day().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(it -> it.facts().title());

    // Papers are sorted once by the criteria that do not depend on filters. ids is ordered by place.
    private final Long[] ids;

    private final int[] places;

    Ranking(List<Paper> papers) {
        ids = new Long[papers.size()];
        places = new int[papers.size()];
        var sorted = IntStream.range(0, papers.size())
                .boxed()
                .sorted(Comparator.comparing(papers::get, BEST_OF_EQUAL_SCORE))
                .toList();
        for (var place = 0; place < ids.length; place++) {
            ids[place] = papers.get(sorted.get(place)).id();
            places[sorted.get(place)] = place;
        }
    }

    List<Long> bestFirst(BitSet matches, int[] scores) {
        var keys = new long[matches.cardinality()];
        var at = 0;
        for (var position = matches.nextSetBit(0); position >= 0; position = matches.nextSetBit(position + 1)) {
            keys[at++] = (long) -scores[position] << 32 | places[position];
        }
        Arrays.sort(keys);
        var best = new Long[keys.length];
        for (var i = 0; i < keys.length; i++) {
            best[i] = ids[(int) keys[i]];
        }
        return List.of(best);
    }

    private static int upvotes(Paper paper) {
        return paper.facts().upvotes() == null ? -1 : paper.facts().upvotes();
    }
}
