package dev.paperround.matching.text;

import dev.paperround.matching.tex.Tex;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Holds a text in readable form together with its words. It uses arrays because thousands of texts are kept in memory.
 */
public final class AnalyzedText {
    private static final int ROUGH_BYTES = 170;

    private final String text;
    private final WordForms[] words;

    // Indexed by the number of joined words, from two on, and then by the position of the first one.
    private final WordForms[][] joined;

    // Alternates the start and end offsets of each word.
    private final int[] edges;

    private AnalyzedText(String text, WordForms[] words, WordForms[][] joined, int[] edges) {
        this.text = text;
        this.words = words;
        this.joined = joined;
        this.edges = edges;
    }

    public static AnalyzedText of(String tex, Field field) {
        String known = tex == null ? "" : tex;
        return field == Field.AUTHORS ? read(known, false) : AnalyzedTextCache.LATELY.of(known);
    }

    public static AnalyzedText read(String tex) {
        return read(tex, true);
    }

    // Analyzes a text. Names are not inflected, so they have no plurals or similar forms.
    public static AnalyzedText read(String tex, boolean inflected) {
        String text = Tex.toText(tex);
        List<Word> found = Word.of(text);
        WordForms[] words = new WordForms[found.size()];
        int[] edges = new int[2 * words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = WordForms.of(found.get(i), inflected);
            edges[2 * i] = found.get(i).start();
            edges[2 * i + 1] = found.get(i).end();
        }
        return new AnalyzedText(text.equals(tex) ? tex : text, words, joined(found, inflected), edges);
    }

    private static WordForms[][] joined(List<Word> found, boolean inflected) {
        WordForms[][] joined = new WordForms[IndexTerm.MOST_PARTS + 1][];
        int longest = 1;
        for (int at = 0; at < found.size(); at++) {
            int parts = 1;
            while (parts < IndexTerm.MOST_PARTS && at + parts < found.size() && isJoined(found, at + parts)) {
                parts++;
                if (joined[parts] == null) {
                    joined[parts] = new WordForms[found.size()];
                }
                joined[parts][at] = new WordForms(IndexTerm.of(found.subList(at, at + parts), inflected));
                longest = Math.max(longest, parts);
            }
        }
        return java.util.Arrays.copyOf(joined, longest + 1);
    }

    private static boolean isJoined(List<Word> words, int at) {
        return words.get(at).linked()
                && IndexTerm.canJoin(words.get(at - 1).spelling(), words.get(at).spelling());
    }

    AnalyzedText sharing(UnaryOperator<WordForms> known) {
        WordForms[][] shared = new WordForms[joined.length][];
        for (int parts = 2; parts < joined.length; parts++) {
            shared[parts] = sharing(joined[parts], known);
        }
        return new AnalyzedText(text, sharing(words, known), shared, edges);
    }

    private static WordForms[] sharing(WordForms[] forms, UnaryOperator<WordForms> known) {
        WordForms[] shared = new WordForms[forms.length];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = forms[i] == null ? null : known.apply(forms[i]);
        }
        return shared;
    }

    public String text() {
        return text;
    }

    public int size() {
        return words.length;
    }

    public int mostParts() {
        return joined.length - 1;
    }

    public List<String> terms(int at, int parts) {
        if (parts == 1) {
            return words[at].terms();
        }
        WordForms forms = parts < joined.length ? joined[parts][at] : null;
        return forms == null ? List.of() : forms.terms();
    }

    public void addTerms(Collection<String> terms) {
        for (WordForms word : words) {
            terms.addAll(word.terms());
        }
        for (int parts = 2; parts < joined.length; parts++) {
            for (WordForms forms : joined[parts]) {
                if (forms != null) {
                    terms.addAll(forms.terms());
                }
            }
        }
    }

    public int start(int at) {
        return edges[2 * at];
    }

    public int end(int at) {
        return edges[2 * at + 1];
    }

    // The words themselves are shared and therefore not counted.
    long roughBytes() {
        return ROUGH_BYTES + roughBytes(text) + 4L * words.length * (joined.length - 1) + 4L * edges.length;
    }

    // A single typographic quote doubles the memory that a string needs.
    static long roughBytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x100) {
                return 2L * text.length();
            }
        }
        return text.length();
    }
}
