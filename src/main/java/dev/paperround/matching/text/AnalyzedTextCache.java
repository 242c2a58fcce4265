package dev.paperround.matching.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Caches analyzed texts, since analysis is far more expensive than highlighting and most requests show the same few
 * thousand. Texts that are not requested during a whole generation are dropped.
 */
public final class AnalyzedTextCache {
    // At most twice this much is kept. 2,000 papers with abstracts of 1,500 letters fill most of one generation.
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

    // Analyzes a text that is unlikely to be requested again, without displacing any cached text.
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
            // A text without TeX shares its string with the analyzed text.
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
