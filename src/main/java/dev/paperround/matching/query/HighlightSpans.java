package dev.paperround.matching.query;

import dev.paperround.matching.text.AnalyzedText;
import dev.paperround.matching.text.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Locates the parts of a text that match queries. The spans are in order and do not overlap. */
public record HighlightSpans(List<Span> spans) {
    public record Span(int start, int end) {}

    public static HighlightSpans of(AnalyzedText reading, Field field, Collection<Query> queries) {
        List<Span> found = new ArrayList<>();
        queries.forEach(query -> query.sought().find(reading, field, found));
        return new HighlightSpans(merged(found));
    }

    private static List<Span> merged(List<Span> found) {
        found.sort(Comparator.comparingInt(Span::start));
        List<Span> apart = new ArrayList<>();
        for (Span span : found) {
            int last = apart.size() - 1;
            if (last >= 0 && span.start() < apart.get(last).end()) {
                Span before = apart.remove(last);
                apart.add(new Span(before.start(), Math.max(before.end(), span.end())));
            } else {
                apart.add(span);
            }
        }
        return apart;
    }

    public String html(String text, int from, int to) {
        StringBuilder html = new StringBuilder();
        int at = from;
        for (Span span : spans) {
            int start = Math.max(span.start(), at);
            int end = Math.min(span.end(), to);
            if (start < end) {
                escape(text, at, start, html);
                html.append("<mark>");
                escape(text, start, end, html);
                html.append("</mark>");
                at = end;
            }
        }
        escape(text, at, to, html);
        return html.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
