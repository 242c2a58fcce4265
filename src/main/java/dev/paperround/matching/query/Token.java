package dev.paperround.matching.query;

/**
 * Describes a piece of a query. The {@code position} counts code points, and the text is empty if the kind implies it.
 */
public record Token(Kind kind, String text, int position) {
    public enum Kind {
        WORD,
        PHRASE,
        EXACT_WORD,
        EXACT_PHRASE,
        FIELD,
        UPVOTES,
        TRENDING,
        AND,
        OR,
        NOT,
        MINUS,
        OPEN,
        CLOSE,
        END
    }

    public boolean is(Kind other) {
        return kind == other;
    }
}
