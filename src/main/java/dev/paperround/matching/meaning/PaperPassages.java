package dev.paperround.matching.meaning;

import dev.paperround.matching.tex.Tex;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Cuts a paper's text into what is given to a model: the whole, and then up to three passages of the abstract. */
public final class PaperPassages {
    private static final int MOST = 3;

    // A passage may end a little early, so that the last one is not left with half a sentence.
    private static final double FULL = 0.8;

    private PaperPassages() {}

    public static List<String> of(String title, String abstractText) {
        String heading = Tex.toText(title);
        String text = Tex.toText(Objects.requireNonNullElse(abstractText, "")).strip();
        List<String> passages = new ArrayList<>();
        passages.add(text.isEmpty() ? heading : heading + ". " + text);
        StringBuilder passage = new StringBuilder();
        for (String sentence : sentences(text)) {
            passage.append(sentence);
            if (passage.length() >= FULL * text.length() / MOST && passages.size() < MOST) {
                passages.add(passage.toString().strip());
                passage.setLength(0);
            }
        }
        if (!passage.toString().isBlank()) {
            passages.add(passage.toString().strip());
        }
        return passages;
    }

    private static List<String> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            sentences.add(text.substring(from, to));
            from = to;
        }
        return sentences;
    }
}
