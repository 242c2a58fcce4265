package dev.paperround.matching.index;

import dev.paperround.matching.meaning.Interest;
import dev.paperround.matching.text.Field;
import java.util.BitSet;
import java.util.Map;

/** Holds the papers that contain a term. The {@code weights}, in twentieths of a point, are in the order of the set bits. */
record TermHits(BitSet papers, byte[] weights) {
    // Shared because most terms that are looked up on a given day do not occur in any paper.
    static final TermHits NONE = new TermHits(new BitSet(0), new byte[0]);

    static TermHits weightless(BitSet papers) {
        return new TermHits(papers, new byte[papers.cardinality()]);
    }

    // A paper counts as many points as it is standard deviations above the average, five at most.
    static TermHits like(float[] closeness, float least) {
        BitSet papers = new BitSet();
        for (int paper = 0; paper < closeness.length; paper++) {
            papers.set(paper, closeness[paper] >= least);
        }
        byte[] weights = new byte[papers.cardinality()];
        int at = 0;
        for (int paper = papers.nextSetBit(0); paper >= 0; paper = papers.nextSetBit(paper + 1)) {
            weights[at++] = (byte) points(closeness[paper]);
        }
        return new TermHits(papers, weights);
    }

    private static int points(float closeness) {
        return Math.round(Interest.points(closeness) * PaperIndex.POINT);
    }

    static TermHits of(Map<Field, BitSet> byField) {
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
        return new TermHits(papers, weights);
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
        return (byte) (best * PaperIndex.POINT);
    }

    void addTo(int[] scores) {
        int at = 0;
        for (int paper = papers.nextSetBit(0); paper >= 0; paper = papers.nextSetBit(paper + 1)) {
            scores[paper] += weights[at++];
        }
    }
}
