package dev.paperround.digest;

import dev.paperround.matching.index.PaperIndex;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.query.QueryTerm;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds a distinct query that is parsed, matched and scored once for everyone. It equals only itself. */
public final class EvaluatedQuery {
    private final Query query;
    private final BitSet matches;

    // Ordered like the set bits of the matches.
    private final int[] scores;

    // The papers close to each text that the query asks for.
    private final Map<QueryTerm.Like, BitSet> close;

    private EvaluatedQuery(Query query, BitSet matches, int[] scores, Map<QueryTerm.Like, BitSet> close) {
        this.close = close;
        this.query = query;
        this.matches = matches;
        this.scores = scores;
    }

    static EvaluatedQuery of(Query query, PaperIndex index) {
        var matches = index.match(query);
        if (matches.isEmpty()) {
            return new EvaluatedQuery(query, matches, new int[0], Map.of());
        }
        var all = index.scores(query);
        return new EvaluatedQuery(
                query, matches, matches.stream().map(it -> all[it]).toArray(), close(query, index));
    }

    private static Map<QueryTerm.Like, BitSet> close(Query query, PaperIndex index) {
        return query.likedLeaves().stream().collect(Collectors.toMap(Function.identity(), index::match));
    }

    public List<QueryTerm.Like> closeAt(int position) {
        return close.isEmpty()
                ? List.of()
                : query.likedLeaves().stream()
                        .filter(like -> close.get(like).get(position))
                        .toList();
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
