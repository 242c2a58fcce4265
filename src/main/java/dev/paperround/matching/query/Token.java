package dev.paperround.matching.query;

/**
 * Describes a piece of a query. The {@code position} counts code points, and the text is empty if the kind implies it.
 * The reach is of use after {@code like:} only.
 */
public record Token(Kind kind, String text, int position, Reach reach) {
    public enum Kind {
        WORD,
        PHRASE,
        EXACT_WORD,
        EXACT_PHRASE,
        FIELD,
        UPVOTES,
        TRENDING,
        LIKE_TEXT,
        LIKE_PAPER,
        AND,
        OR,
        NOT,
        MINUS,
        OPEN,
        CLOSE,
        END
    }

    Token(Kind kind, String text, int position) {
        this(kind, text, position, Reach.BETWEEN);
    }

    public boolean is(Kind other) {
        return kind == other;
    }
}
