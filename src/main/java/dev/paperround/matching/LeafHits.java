package dev.paperround.matching;

import java.util.BitSet;
import java.util.Map;

/** Where a leaf was found, and what each of these papers is worth for it: {@code weights} is in the order of the bits. */
record LeafHits(BitSet papers, byte[] weights) {
    /** Most of what is looked for on a day is nowhere. */
    static final LeafHits NONE = new LeafHits(new BitSet(0), new byte[0]);

    /** Found, but worth nothing. */
    static LeafHits weightless(BitSet papers) {
        return new LeafHits(papers, new byte[papers.cardinality()]);
    }

    /** Each paper counts by its best field. */
    static LeafHits of(Map<Field, BitSet> byField) {
        if (byField.isEmpty()) {
            return NONE;
        }
        BitSet papers = new BitSet();
        byField.values().forEach(papers::or);
        byte[] weights = new byte[papers.cardinality()];
        int at = 0;
        for (int paper = papers.nextSetBit(0); paper >= 0; paper = papers.nextSetBit(paper + 1)) {
            weights[at++] = best(byField, paper);
        }
        return new LeafHits(papers, weights);
    }

    int roughBytes() {
        return 100 + papers.size() / 8 + weights.length;
    }

    private static byte best(Map<Field, BitSet> byField, int paper) {
        int best = 0;
        for (Map.Entry<Field, BitSet> field : byField.entrySet()) {
            if (field.getValue().get(paper)) {
                best = Math.max(best, field.getKey().weight());
            }
        }
        return (byte) best;
    }

    /** Adds the weights to {@code scores}, which are by position. */
    void addTo(int[] scores) {
        int at = 0;
        for (int paper = papers.nextSetBit(0); paper >= 0; paper = papers.nextSetBit(paper + 1)) {
            scores[paper] += weights[at++];
        }
    }
}
