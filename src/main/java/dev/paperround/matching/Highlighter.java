package dev.paperround.matching;

import dev.paperround.matching.query.HighlightSpans;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.AnalyzedText;
import dev.paperround.matching.text.Field;
import java.util.Collection;

/**
 * Shows why a paper was picked by wrapping the matched words in {@code <mark>}. The output is readable, HTML-safe text.
 */
public final class Highlighter {
    private Highlighter() {}

    public static String mark(String text, Field field, Collection<Query> queries) {
        AnalyzedText reading = AnalyzedText.of(text, field);
        return HighlightSpans.of(reading, field, queries)
                .html(reading.text(), 0, reading.text().length());
    }

    // Returns at most maxChars visible characters, from the start unless the first hit is further back.
    public static String excerpt(String text, Field field, Collection<Query> queries, int maxChars) {
        AnalyzedText reading = AnalyzedText.of(text, field);
        String readable = reading.text();
        HighlightSpans spans = HighlightSpans.of(reading, field, queries);
        ExcerptRange window = ExcerptRange.of(readable, spans, Math.max(1, maxChars));
        return (window.from() > 0 ? "…" : "")
                + spans.html(readable, window.from(), window.to())
                + (window.to() < readable.length() ? "…" : "");
    }
}
