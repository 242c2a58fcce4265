package dev.paperround.digest;

import dev.paperround.paper.Paper;
import dev.paperround.paper.PaperOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides the order of papers within a digest. Relevance comes first, which is {@link
 * dev.paperround.matching.index.PaperIndex#score} added up over the filters that match: each word, phrase or prefix that
 * is found counts once, by the best field it is found in, 3 points in the title, 2 in the keywords and 1 anywhere else,
 * while exclusions and {@code upvotes:} count nothing. {@link PaperOrder#DIGEST} follows.
 */
final class Ranking {
    // Papers are sorted once by the criteria that do not depend on filters. ids is ordered by place.
    private final Long[] ids;

    private final int[] places;

    Ranking(List<Paper> papers) {
        ids = new Long[papers.size()];
        places = new int[papers.size()];
        var sorted = IntStream.range(0, papers.size())
                .boxed()
                .sorted(Comparator.comparing(papers::get, PaperOrder.DIGEST))
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
}
