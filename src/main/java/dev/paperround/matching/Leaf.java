package dev.paperround.matching;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is looked up in the papers, as opposed to combined. */
sealed interface Leaf extends Node {

    @Override
    default BitSet match(Function<Leaf, BitSet> leaves, int size) {
        return leaves.apply(this);
    }

    @Override
    default void collectPositive(boolean positive, Set<Leaf> into) {
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
    record Text(Optional<Field> field, List<Part> parts, boolean prefix, List<String> nameKeys) implements Leaf {
        boolean appliesTo(Field other) {
            return field.isEmpty() || field.get() == other;
        }
    }

    /** Among so many of a digest day. */
    record Trending(int most) implements Leaf {
        static final int MOST = 50;
    }

    record Upvotes(Comparison comparison, int bound) implements Leaf {
        boolean holds(Integer upvotes) {
            return upvotes != null && comparison.holds(upvotes, bound);
        }
    }
}
