package dev.paperround.matching.query;

import dev.paperround.matching.text.Width;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A filter's query. Equal queries ask the same in the same order, however they were typed. */
public final class Query {
    /** In Unicode code points. */
    public static final int MAX_LENGTH = 500;

    private final Node root;
    private final String typed;
    private final List<QueryTerm> positiveLeaves;

    /** Made when first needed: most queries of a day match nothing that would have to be marked. */
    private volatile HighlightTerms highlightTerms;

    Query(Node root, String typed) {
        this.root = root;
        this.typed = typed;
        Set<QueryTerm> leaves = new LinkedHashSet<>();
        root.collectPositive(true, leaves);
        this.positiveLeaves = List.copyOf(leaves);
    }

    /** Either a query or the reason why there is none. */
    public record Parsed(Optional<Query> query, Optional<QueryRefusal> refusal) {}

    public static Parsed parse(String text) {
        try {
            return new Parsed(Optional.of(Parser.parse(Objects.requireNonNullElse(text, ""))), Optional.empty());
        } catch (RefusedQuery refused) {
            return new Parsed(Optional.empty(), Optional.of(refused.refusal()));
        }
    }

    /** Whether a phrase can begin or end with this character. */
    public static boolean isQuote(int codePoint) {
        return Lexer.isQuote(Width.narrow(codePoint));
    }

    /** Whether it asks for what trends and for nothing else, but for what it leaves out. */
    public boolean isTrending() {
        return positiveLeaves.stream().allMatch(leaf -> leaf instanceof QueryTerm.Trending);
    }

    public Node root() {
        return root;
    }

    /** Each once, in the order of the query. */
    public List<QueryTerm> positiveLeaves() {
        return positiveLeaves;
    }

    HighlightTerms sought() {
        HighlightTerms known = highlightTerms;
        if (known == null) {
            known = new HighlightTerms(positiveLeaves);
            highlightTerms = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Query query && query.root.equals(root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    /** As it was typed. */
    @Override
    public String toString() {
        return typed;
    }
}
