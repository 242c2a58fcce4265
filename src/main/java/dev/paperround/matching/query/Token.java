package dev.paperround.matching.query;

/** A piece of a query; {@code position} counts code points. Text is empty where the kind says it all. */
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
