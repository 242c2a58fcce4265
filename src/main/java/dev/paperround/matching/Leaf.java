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
     * @param words folded but not stemmed, in order
     * @param prefix whether the last word may go on
     */
    record Text(Optional<Field> field, List<String> words, boolean prefix) implements Leaf {
        boolean appliesTo(Field other) {
            return field.isEmpty() || field.get() == other;
        }

        @Override
        public String print() {
            String scope = field.map(f -> f.queryName() + ":").orElse("");
            if (prefix) {
                return scope + String.join("-", words) + "*";
            }
            return scope + (words.size() == 1 ? words.get(0) : "\"" + String.join(" ", words) + "\"");
        }
    }

    record Upvotes(Comparison comparison, int bound) implements Leaf {
        boolean holds(Integer upvotes) {
            return upvotes != null && comparison.holds(upvotes, bound);
        }

        @Override
        public String print() {
            return Field.UPVOTES + ":" + comparison.sign() + bound;
        }
    }
}
