package dev.paperround.matching.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Texts read lately. Reading one costs far more than marking it, and digests, previews and searches show the same few
 * thousand. What was not asked for during a whole generation is forgotten.
 */
public final class AnalyzedTextCache {
    /** Twice as much is kept at most. Two thousand papers with abstracts of 1,500 letters take most of one. */
    static final long GENERATION_BYTES = 20_000_000;

    public static final AnalyzedTextCache LATELY = new AnalyzedTextCache(GENERATION_BYTES);

    private static final int ROUGH_BYTES_OF_A_WORD = 330;

    private final long generationBytes;
    private volatile Generation young = new Generation();
    private volatile Generation old = new Generation();

    AnalyzedTextCache(long generationBytes) {
        this.generationBytes = generationBytes;
    }

    public AnalyzedText of(String tex) {
        Generation now = young;
        AnalyzedText known = now.byTex.get(tex);
        return known != null ? known : remembered(tex, readBefore(tex), now);
    }

    /** For one that will hardly be asked for again: takes no other's place. */
    public AnalyzedText passing(String tex) {
        AnalyzedText known = young.byTex.get(tex);
        return known != null ? known : readBefore(tex);
    }

    long roughBytes() {
        return young.bytes.get() + old.bytes.get();
    }

    private AnalyzedText readBefore(String tex) {
        AnalyzedText before = old.byTex.get(tex);
        return before != null ? before : AnalyzedText.read(tex);
    }

    private AnalyzedText remembered(String tex, AnalyzedText reading, Generation now) {
        AnalyzedText shared = now.keep(tex, reading);
        if (now.bytes.get() > generationBytes) {
            retire(now);
        }
        return shared;
    }

    private synchronized void retire(Generation full) {
        if (young == full) {
            old = full;
            young = new Generation();
        }
    }

    private static final class Generation {
        private final Map<String, AnalyzedText> byTex = new ConcurrentHashMap<>();
        private final Map<WordForms, WordForms> words = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();

        AnalyzedText keep(String tex, AnalyzedText reading) {
            AnalyzedText shared = reading.sharing(this::shared);
            AnalyzedText known = byTex.putIfAbsent(tex, shared);
            if (known != null) {
                return known;
            }
            // A text without TeX is its own reading.
            bytes.addAndGet(shared.roughBytes() + (shared.text() == tex ? 0 : AnalyzedText.roughBytes(tex)));
            return shared;
        }

        private WordForms shared(WordForms word) {
            WordForms known = words.putIfAbsent(word, word);
            if (known != null) {
                return known;
            }
            bytes.addAndGet(ROUGH_BYTES_OF_A_WORD);
            return word;
        }
    }
}
