package dev.paperround.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A query as a boolean expression; built with {@link #and}, {@link #or}, {@link #not}, which keep it flat. */
sealed interface Node permits Node.And, Node.Or, Node.Not, Leaf {

    /** The papers below {@code size} that satisfy this. The answer may be shared: callers must not change it. */
    BitSet match(Function<Leaf, BitSet> leaves, int size);

    /** Adds the leaves that stand under an even number of negations. */
    void collectPositive(boolean positive, Set<Leaf> into);

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
        public BitSet match(Function<Leaf, BitSet> leaves, int size) {
            BitSet result = (BitSet) parts.get(0).match(leaves, size).clone();
            for (Node part : parts.subList(1, parts.size())) {
                result.and(part.match(leaves, size));
            }
            return result;
        }

        @Override
        public void collectPositive(boolean positive, Set<Leaf> into) {
            parts.forEach(part -> part.collectPositive(positive, into));
        }
    }

    record Or(List<Node> parts) implements Node {
        @Override
        public BitSet match(Function<Leaf, BitSet> leaves, int size) {
            BitSet result = new BitSet(size);
            parts.forEach(part -> result.or(part.match(leaves, size)));
            return result;
        }

        @Override
        public void collectPositive(boolean positive, Set<Leaf> into) {
            parts.forEach(part -> part.collectPositive(positive, into));
        }
    }

    record Not(Node part) implements Node {
        @Override
        public BitSet match(Function<Leaf, BitSet> leaves, int size) {
            BitSet result = (BitSet) part.match(leaves, size).clone();
            result.flip(0, size);
            return result;
        }

        @Override
        public void collectPositive(boolean positive, Set<Leaf> into) {
            part.collectPositive(!positive, into);
        }
    }
}
