package dev.paperround.digest;

import dev.paperround.matching.PaperIndex;
import dev.paperround.matching.Query;
import java.util.BitSet;

/** One distinct filter text: parsed, matched and scored once, whoever has it. {@code scores} is in the order of the bits. */
record Asked(Query query, BitSet matches, int[] scores) {
    static Asked of(Query query, PaperIndex index) {
        var matches = index.match(query);
        if (matches.isEmpty()) {
            return new Asked(query, matches, new int[0]);
        }
        var all = index.scores(query);
        return new Asked(query, matches, matches.stream().map(it -> all[it]).toArray());
    }

    /** Adds the scores to {@code sums}, which are by position. */
    void addTo(int[] sums) {
        var at = 0;
        for (var position = matches.nextSetBit(0); position >= 0; position = matches.nextSetBit(position + 1)) {
            sums[position] += scores[at++];
        }
    }
}
