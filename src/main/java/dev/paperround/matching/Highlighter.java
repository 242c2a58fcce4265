package dev.paperround.matching;

import java.util.Collection;

/** Shows why a paper was picked: readable, HTML-safe text with {@code <mark>} around what queries look for. */
public final class Highlighter {
    private Highlighter() {}

    /** The whole text. */
    public static String mark(String text, Field field, Collection<Query> queries) {
        Reading reading = Reading.of(text, field);
        return Spans.of(reading, field, queries)
                .html(reading.text(), 0, reading.text().length());
    }

    /** At most {@code maxChars} visible characters, from the start unless the first hit stands further back. */
    public static String excerpt(String text, Field field, Collection<Query> queries, int maxChars) {
        Reading reading = Reading.of(text, field);
        String readable = reading.text();
        Spans spans = Spans.of(reading, field, queries);
        Window window = Window.of(readable, spans, Math.max(1, maxChars));
        return (window.from() > 0 ? "…" : "")
                + spans.html(readable, window.from(), window.to())
                + (window.to() < readable.length() ? "…" : "");
    }
}
