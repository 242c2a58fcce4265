package dev.paperround.matching.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Represents a query as a boolean expression. {@link #and}, {@link #or} and {@link #not} keep it flat. */
public sealed interface Node permits Node.And, Node.Or, Node.Not, QueryTerm {
    /**
     * Returns the matching papers with positions below {@code size}. The result may be shared, so callers must not
     * change it.
     */
    BitSet match(Function<QueryTerm, BitSet> leaves, int size);

    // Adds the terms under an even number of negations.
    void collectPositive(boolean positive, Set<QueryTerm> into);

    static Node and(List<Node> parts) {
        List<Node> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof And and ? and.parts : List.of(part)));
        return flat.size() == 1 ? flat.get(0) : new And(List.copyOf(flat));
    }

    static Node or(List<Node> parts) {
        List<Node> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof Or or ? or.parts : List.of(part)));
        return flat.size() == 1 ? flat.get(0) : new Or(List.copyOf(flat));
    }

    static Node not(Node part) {
        return part instanceof Not not ? not.part : new Not(part);
    }

    record And(List<Node> parts) implements Node {
        @Override
        public BitSet match(Function<QueryTerm, BitSet> leaves, int size) {
            BitSet result = (BitSet) parts.get(0).match(leaves, size).clone();
            for (Node part : parts.subList(1, parts.size())) {
                result.and(part.match(leaves, size));
            }
            return result;
        }

        @Override
        public void collectPositive(boolean positive, Set<QueryTerm> into) {
            parts.forEach(part -> part.collectPositive(positive, into));
        }
    }

    record Or(List<Node> parts) implements Node {
        @Override
        public BitSet match(Function<QueryTerm, BitSet> leaves, int size) {
            BitSet result = new BitSet(size);
            parts.forEach(part -> result.or(part.match(leaves, size)));
            return result;
        }

        @Override
        public void collectPositive(boolean positive, Set<QueryTerm> into) {
            parts.forEach(part -> part.collectPositive(positive, into));
        }
    }

    record Not(Node part) implements Node {
        @Override
        public BitSet match(Function<QueryTerm, BitSet> leaves, int size) {
            BitSet result = (BitSet) part.match(leaves, size).clone();
            result.flip(0, size);
            return result;
        }

        @Override
        public void collectPositive(boolean positive, Set<QueryTerm> into) {
            part.collectPositive(!positive, into);
        }
    }
}
