package dev.paperround.matching.query;

import dev.paperround.matching.text.Field;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Represents a leaf of the expression, which is looked up in the papers. */
public sealed interface QueryTerm extends Node {
    @Override
    default BitSet match(Function<QueryTerm, BitSet> leaves, int size) {
        return leaves.apply(this);
    }

    @Override
    default void collectPositive(boolean positive, Set<QueryTerm> into) {
        if (positive) {
            into.add(this);
        }
    }

    /**
     * @param field empty to search every field
     * @param prefix whether the last word may continue
     * @param nameKeys for {@code author:}, the keys of equivalent names, of which one must be present
     */
    record Text(Optional<Field> field, List<PhrasePart> parts, boolean prefix, List<String> nameKeys)
            implements QueryTerm {
        public boolean appliesTo(Field other) {
            return field.isEmpty() || field.get() == other;
        }
    }

    /**
     * @param paper whether the text is a paper's id
     */
    record Like(String text, boolean paper, Reach reach) implements QueryTerm {}

    record Trending(int most) implements QueryTerm {
        public static final int MOST = 50;
    }

    record Upvotes(Comparison comparison, int bound) implements QueryTerm {
        public boolean holds(Integer upvotes) {
            return upvotes != null && comparison.holds(upvotes, bound);
        }
    }
}
