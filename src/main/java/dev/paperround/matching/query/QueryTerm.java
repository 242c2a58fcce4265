package dev.paperround.matching.query;

import dev.paperround.matching.text.Field;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is looked up in the papers, as opposed to combined. */
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
     * A word or a phrase.
     *
     * @param field where it must stand; empty: anywhere
     * @param parts in order
     * @param prefix whether the last word may go on
     * @param nameKeys under {@code author:}, what a name that means the same has one of
     */
    record Text(Optional<Field> field, List<PhrasePart> parts, boolean prefix, List<String> nameKeys)
            implements QueryTerm {
        public boolean appliesTo(Field other) {
            return field.isEmpty() || field.get() == other;
        }
    }

    /** Among so many of a digest day. */
    record Trending(int most) implements QueryTerm {
        public static final int MOST = 50;
    }

    record Upvotes(Comparison comparison, int bound) implements QueryTerm {
        public boolean holds(Integer upvotes) {
            return upvotes != null && comparison.holds(upvotes, bound);
        }
    }
}
