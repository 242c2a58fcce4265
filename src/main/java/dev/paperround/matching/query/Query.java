package dev.paperround.matching.query;

import dev.paperround.matching.text.Width;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a filter's parsed query. Two queries are equal if they ask the same in the same order, however they were typed.
 */
public final class Query {
    // Counted in Unicode code points.
    public static final int MAX_LENGTH = 500;

    // Queries are parsed in many places, of which few know the papers.
    private static volatile LikeCheck likes = LikeCheck.ANYTHING;

    private final Node root;
    private final String typed;
    private final List<QueryTerm> positiveLeaves;

    // Created on first use, since most queries match nothing on a given day and need no highlighting.
    private volatile HighlightTerms highlightTerms;

    Query(Node root, String typed) {
        this.root = root;
        this.typed = typed;
        Set<QueryTerm> leaves = new LinkedHashSet<>();
        root.collectPositive(true, leaves);
        this.positiveLeaves = List.copyOf(leaves);
    }

    public record Parsed(Optional<Query> query, Optional<QueryRefusal> refusal) {}

    public static void checkLikes(LikeCheck check) {
        likes = check;
    }

    static LikeCheck likes() {
        return likes;
    }

    public static Parsed parse(String text) {
        try {
            return new Parsed(Optional.of(Parser.parse(Objects.requireNonNullElse(text, ""))), Optional.empty());
        } catch (RefusedQuery refused) {
            return new Parsed(Optional.empty(), Optional.of(refused.refusal()));
        }
    }

    public static boolean isQuote(int codePoint) {
        return Lexer.isQuote(Width.narrow(codePoint));
    }

    // Tests whether the query asks only for trending papers, apart from exclusions.
    public boolean isTrending() {
        return positiveLeaves.stream().allMatch(leaf -> leaf instanceof QueryTerm.Trending);
    }

    // Returns the query as typed, without runs of spaces, if it asks for nothing but one meaning, and otherwise
    // nothing.
    public String plainLike() {
        return root instanceof QueryTerm.Like ? typed.strip().replaceAll("\\s+", " ") : "";
    }

    public List<QueryTerm.Like> likedLeaves() {
        return positiveLeaves.stream()
                .filter(QueryTerm.Like.class::isInstance)
                .map(QueryTerm.Like.class::cast)
                .toList();
    }

    public Node root() {
        return root;
    }

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

    @Override
    public String toString() {
        return typed;
    }
}
