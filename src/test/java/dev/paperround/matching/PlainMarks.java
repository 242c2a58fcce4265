package dev.paperround.matching;

import java.util.List;

/** Marks as one would without hurry: every text read anew, every thing looked for tried at every word. */
final class PlainMarks {
    private PlainMarks() {}

    static String mark(String tex, Field field, List<Query> queries) {
        String text = Tex.toText(tex);
        List<PaperAnalyzer.Word> words = PaperAnalyzer.words(text);
        boolean[] inside = new boolean[text.length() + 1];
        boolean[] joined = new boolean[text.length() + 1];
        for (Query query : queries) {
            for (Leaf leaf : query.positiveLeaves()) {
                if (leaf instanceof Leaf.Text sought && sought.appliesTo(field)) {
                    paint(sought, words, inside, joined);
                }
            }
        }
        return html(text, inside, joined);
    }

    private static void paint(Leaf.Text sought, List<PaperAnalyzer.Word> words, boolean[] inside, boolean[] joined) {
        int length = sought.words().size();
        for (int i = 0; i + length <= words.size(); i++) {
            List<PaperAnalyzer.Word> here = words.subList(i, i + length);
            if (isThere(sought, here)) {
                int end = here.get(length - 1).end();
                for (int at = here.get(0).start(); at < end; at++) {
                    inside[at] = true;
                    joined[at + 1] |= at + 1 < end;
                }
            }
        }
    }

    private static boolean isThere(Leaf.Text sought, List<PaperAnalyzer.Word> here) {
        for (int i = 0; i < here.size(); i++) {
            WordForm form = here.get(i).form();
            String word = sought.words().get(i);
            boolean fits = sought.prefix() && i == here.size() - 1
                    ? form.surface().startsWith(word)
                    : form.stem().equals(EnglishInflections.stem(word));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Marks that touch stay two; {@code joined} tells a mark's inner borders from its end. */
    private static String html(String text, boolean[] inside, boolean[] joined) {
        StringBuilder html = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            html.append(inside[at] && !joined[at] ? "<mark>" : "");
            html.append(escaped(text.charAt(at)));
            html.append(inside[at] && !joined[at + 1] ? "</mark>" : "");
        }
        return html.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> Character.toString(c);
        };
    }
}
