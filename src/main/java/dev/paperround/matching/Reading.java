package dev.paperround.matching;

import java.util.List;
import java.util.function.UnaryOperator;

/** A text as people read it, and its words; arrays, since thousands are kept. */
final class Reading {
    private static final int ROUGH_BYTES = 150;

    private final String text;
    private final WordForm[] words;

    /** Where the first word starts and ends, then the second. */
    private final int[] edges;

    private Reading(String text, WordForm[] words, int[] edges) {
        this.text = text;
        this.words = words;
        this.edges = edges;
    }

    /** No text is an empty one. */
    static Reading of(String tex) {
        return Readings.LATELY.of(tex == null ? "" : tex);
    }

    static Reading read(String tex) {
        String text = Tex.toText(tex);
        List<PaperAnalyzer.Word> found = PaperAnalyzer.words(text);
        WordForm[] words = new WordForm[found.size()];
        int[] edges = new int[2 * words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = found.get(i).form();
            edges[2 * i] = found.get(i).start();
            edges[2 * i + 1] = found.get(i).end();
        }
        return new Reading(text.equals(tex) ? tex : text, words, edges);
    }

    /** The same with other objects for equal words. */
    Reading sharing(UnaryOperator<WordForm> known) {
        WordForm[] shared = new WordForm[words.length];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = known.apply(words[i]);
        }
        return new Reading(text, shared, edges);
    }

    String text() {
        return text;
    }

    /** How many words. */
    int size() {
        return words.length;
    }

    WordForm word(int at) {
        return words[at];
    }

    int start(int at) {
        return edges[2 * at];
    }

    int end(int at) {
        return edges[2 * at + 1];
    }

    /** Without the words themselves, which are shared. */
    long roughBytes() {
        return ROUGH_BYTES + roughBytes(text) + 4L * words.length + 4L * edges.length;
    }

    /** A single typographic quote doubles what a text takes. */
    static long roughBytes(String text) {
        return text.chars().allMatch(c -> c < 0x100) ? text.length() : 2L * text.length();
    }
}
