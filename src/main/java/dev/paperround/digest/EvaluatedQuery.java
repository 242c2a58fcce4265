package dev.paperround.digest;

import dev.paperround.matching.index.PaperIndex;
import dev.paperround.matching.query.Query;
import java.util.BitSet;

/** Holds a distinct query that is parsed, matched and scored once for everyone. It equals only itself. */
public final class EvaluatedQuery {
    private final Query query;
    private final BitSet matches;

    // Ordered like the set bits of the matches.
    private final int[] scores;

    private EvaluatedQuery(Query query, BitSet matches, int[] scores) {
        this.query = query;
        this.matches = matches;
        this.scores = scores;
    }

    static EvaluatedQuery of(Query query, PaperIndex index) {
        var matches = index.match(query);
        if (matches.isEmpty()) {
            return new EvaluatedQuery(query, matches, new int[0]);
        }
        var all = index.scores(query);
        return new EvaluatedQuery(
                query, matches, matches.stream().map(it -> all[it]).toArray());
    }

    public Query query() {
        return query;
    }

    public BitSet matches() {
        return matches;
    }

    void addTo(int[] sums) {
        var at = 0;
        for (var position = matches.nextSetBit(0); position >= 0; position = matches.nextSetBit(position + 1)) {
            sums[position] += scores[at++];
        }
    }
}
