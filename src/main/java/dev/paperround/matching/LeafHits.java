package dev.paperround.matching;

import java.util.BitSet;
import java.util.Map;

/** Where a leaf was found: the papers, and for texts the papers by field. */
record LeafHits(BitSet papers, Map<Field, BitSet> byField) {

    int weight(int paper) {
        int best = 0;
        for (Map.Entry<Field, BitSet> field : byField.entrySet()) {
            if (field.getValue().get(paper)) {
                best = Math.max(best, field.getKey().weight());
            }
        }
        return best;
    }
}
