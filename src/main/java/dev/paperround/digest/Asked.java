package dev.paperround.digest;

import dev.paperround.matching.PaperIndex;
import dev.paperround.matching.Query;
import java.util.BitSet;

/** One distinct query: parsed, matched and scored once, whoever has it; equal only to itself. */
final class Asked {
    private final Query query;
    private final BitSet matches;

    /** In the order of the bits. */
    private final int[] scores;

    private Asked(Query query, BitSet matches, int[] scores) {
        this.query = query;
        this.matches = matches;
        this.scores = scores;
    }

    static Asked of(Query query, PaperIndex index) {
        var matches = index.match(query);
        if (matches.isEmpty()) {
            return new Asked(query, matches, new int[0]);
        }
        var all = index.scores(query);
        return new Asked(query, matches, matches.stream().map(it -> all[it]).toArray());
    }

    Query query() {
        return query;
    }

    BitSet matches() {
        return matches;
    }

    /** Adds the scores to {@code sums}, which are by position. */
    void addTo(int[] sums) {
        var at = 0;
        for (var position = matches.nextSetBit(0); position >= 0; position = matches.nextSetBit(position + 1)) {
            sums[position] += scores[at++];
        }
    }
}
