package dev.paperround.digest;

import dev.paperround.paper.Paper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order inside a digest, and the one place that decides it.
 *
 * <ol>
 *   <li>Relevance: {@link dev.paperround.matching.index.PaperIndex#score}, added up over the filters that match. Each word,
 *       phrase or prefix that is looked for and found counts once, by the best field it is found in: 3 points in the
 *       title, 2 in the keywords, 1 anywhere else. What a filter excludes, and {@code upvotes:}, count nothing.
 *   <li>Upvotes, the more the better; unknown ones come after none.
 *   <li>Freshness: the newest day the paper was featured on.
 *   <li>The title, so that the order is always the same.
 * </ol>
 *
 * Two words in the title (6) come before one in the title and one in the abstract (4), whatever the upvotes are.
 */
final class Ranking {
    private static final Comparator<Paper> BEST_OF_EQUAL_SCORE = Comparator.comparingInt(Ranking::upvotes)
            .thenComparing(it -> it.day().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(it -> it.facts().title());

    /** What does not depend on the filters is sorted once: the papers' ids by place, and the places by position. */
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

    /** {@code scores} by position. */
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
