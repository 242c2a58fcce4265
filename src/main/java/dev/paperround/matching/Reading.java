package dev.paperround.matching;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A text as people read it, and its words. */
record Reading(String text, List<PaperAnalyzer.Word> words) {
    /** Every digest of a day shows the same few hundred texts; reading one costs far more than marking it. */
    private static final int MAX_REMEMBERED = 1_000;

    private static final Map<String, Reading> REMEMBERED = new ConcurrentHashMap<>();

    /** No text is an empty one. */
    static Reading of(String tex) {
        if (tex == null) {
            return of("");
        }
        if (REMEMBERED.size() >= MAX_REMEMBERED) {
            REMEMBERED.clear();
        }
        return REMEMBERED.computeIfAbsent(tex, Reading::read);
    }

    private static Reading read(String tex) {
        String text = Tex.toText(tex);
        return new Reading(text, PaperAnalyzer.words(text));
    }
}
