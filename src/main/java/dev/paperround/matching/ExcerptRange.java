package dev.paperround.matching;

import dev.paperround.matching.query.HighlightSpans;

record ExcerptRange(int from, int to) {
    static ExcerptRange of(String text, HighlightSpans spans, int maxChars) {
        if (text.length() <= maxChars) {
            return new ExcerptRange(0, text.length());
        }
        int head = maxChars - 1;
        boolean tooNarrow = maxChars < 3;
        int headEnd = wordEnd(text, 0, head);
        if (tooNarrow || spans.spans().isEmpty() || spans.spans().get(0).end() <= headEnd) {
            return new ExcerptRange(0, headEnd);
        }
        HighlightSpans.Span hit = spans.spans().get(0);
        int room = maxChars - 2;
        int wanted = Math.max(hit.start() - room / 3, Math.min(hit.start(), hit.end() - room));
        int from = wordStart(text, Math.max(0, Math.min(wanted, text.length() - head)), hit.start());
        if (text.length() - from <= head) {
            return new ExcerptRange(from, text.length());
        }
        return new ExcerptRange(from, Math.max(from, wordEnd(text, from, from + (from == 0 ? head : room))));
    }

    private static int wordStart(String text, int wanted, int latest) {
        int from = wanted;
        while (from > 0 && from < latest && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        return from < text.length() && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static int wordEnd(String text, int from, int latest) {
        int to = latest;
        while (to > from && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            return to;
        }
        return latest > from && Character.isLowSurrogate(text.charAt(latest)) ? latest - 1 : latest;
    }
}
