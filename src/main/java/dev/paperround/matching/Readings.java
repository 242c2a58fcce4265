package dev.paperround.matching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Texts read lately. Reading one costs far more than marking it, and digests, previews and searches show the same few
 * thousand. What was not asked for during a whole generation is forgotten.
 */
final class Readings {
    /** Twice as much is kept at most. Two thousand papers with abstracts of 1,500 letters take most of one. */
    static final long GENERATION_BYTES = 20_000_000;

    static final Readings LATELY = new Readings(GENERATION_BYTES);

    private static final int ROUGH_BYTES_OF_A_WORD = 330;

    private final long generationBytes;
    private volatile Generation young = new Generation();
    private volatile Generation old = new Generation();

    Readings(long generationBytes) {
        this.generationBytes = generationBytes;
    }

    Reading of(String tex) {
        Generation now = young;
        Reading known = now.byTex.get(tex);
        return known != null ? known : remembered(tex, readBefore(tex), now);
    }

    /** For one that will hardly be asked for again: takes no other's place. */
    Reading passing(String tex) {
        Reading known = young.byTex.get(tex);
        return known != null ? known : readBefore(tex);
    }

    long roughBytes() {
        return young.bytes.get() + old.bytes.get();
    }

    private Reading readBefore(String tex) {
        Reading before = old.byTex.get(tex);
        return before != null ? before : Reading.read(tex);
    }

    private Reading remembered(String tex, Reading reading, Generation now) {
        Reading shared = now.keep(tex, reading);
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
        private final Map<String, Reading> byTex = new ConcurrentHashMap<>();
        private final Map<WordForms, WordForms> words = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();

        Reading keep(String tex, Reading reading) {
            Reading shared = reading.sharing(this::shared);
            Reading known = byTex.putIfAbsent(tex, shared);
            if (known != null) {
                return known;
            }
            // A text without TeX is its own reading.
            bytes.addAndGet(shared.roughBytes() + (shared.text() == tex ? 0 : Reading.roughBytes(tex)));
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
