package dev.paperround.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts of a text that queries look for, in order and apart from each other. */
record Spans(List<Span> spans) {

    record Span(int start, int end) {}

    static Spans of(Reading reading, Field field, Collection<Query> queries) {
        Set<Leaf> leaves = new LinkedHashSet<>();
        queries.forEach(query -> leaves.addAll(query.positiveLeaves()));
        List<Span> found = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (leaf instanceof Leaf.Text sought && sought.appliesTo(field)) {
                find(sought, reading.words(), found);
            }
        }
        return new Spans(merged(found));
    }

    private static void find(Leaf.Text sought, List<PaperAnalyzer.Word> words, List<Span> found) {
        List<String> stems =
                sought.words().stream().map(EnglishInflections::stem).toList();
        for (int i = 0; i + stems.size() <= words.size(); i++) {
            if (standsAt(i, sought, stems, words)) {
                int start = words.get(i).start();
                int end = words.get(i + stems.size() - 1).end();
                // Half a character, as the 1 of ½, has no extent of its own.
                if (start < end) {
                    found.add(new Span(start, end));
                }
            }
        }
    }

    private static boolean standsAt(int at, Leaf.Text sought, List<String> stems, List<PaperAnalyzer.Word> words) {
        int last = stems.size() - 1;
        for (int i = 0; i <= last; i++) {
            PaperAnalyzer.Word word = words.get(at + i);
            boolean begun = sought.prefix() && i == last;
            if (begun
                    ? !word.surface().startsWith(sought.words().get(last))
                    : !word.stem().equals(stems.get(i))) {
                return false;
            }
        }
        return true;
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

    String html(String text, int from, int to) {
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
