package dev.paperround.digest.rendering;

import dev.paperround.digest.EvaluatedQuery;
import dev.paperround.digest.MarkedText;
import dev.paperround.i18n.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Caches the rendered papers of a window within limits. Many sets of queries mark a paper alike, so there are far more
 * sets than blocks.
 */
final class PaperBlockCache {
    private static final long MOST_BYTES = 48_000_000;
    // Each set takes about two hundred bytes.
    private static final int MOST_SETS = 200_000;
    // Each entry takes about five hundred bytes.
    private static final int MOST_FILLED = 50_000;

    private record Key(int position, Language language, Set<EvaluatedQuery> queries) {}

    // Contains everything that affects the appearance of a block.
    private record Look(int position, Language language, String title, String excerpt, String passage) {
        static Look of(int position, Language language, MarkedText marked) {
            return new Look(
                    position,
                    language,
                    marked.title().getValue(),
                    marked.excerpt().getValue(),
                    marked.passage().getValue());
        }
    }

    private record Called(int position, Language language, List<?> filters) {}

    private final Map<Called, PaperBlock.Filled> filled = new ConcurrentHashMap<>();
    private final Map<Key, PaperBlock> byQueries = new ConcurrentHashMap<>();
    private final Map<Look, PaperBlock> byLook = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    // Fills in a block. The filters must hold everything that the block depends on and must not change afterwards.
    PaperBlock.Filled filled(int position, Language language, List<?> filters, Supplier<PaperBlock.Filled> fill) {
        var called = new Called(position, language, filters);
        var known = filled.get(called);
        if (known != null) {
            return known;
        }
        if (filled.size() >= MOST_FILLED) {
            filled.clear();
        }
        var fresh = fill.get();
        filled.put(called, fresh);
        return fresh;
    }

    PaperBlock get(
            int position,
            Language language,
            Set<EvaluatedQuery> queries,
            Supplier<MarkedText> mark,
            Function<MarkedText, PaperBlock> render) {
        var known = byQueries.get(new Key(position, language, queries));
        if (known != null) {
            return known;
        }
        var marked = mark.get();
        var block = byLook.computeIfAbsent(Look.of(position, language, marked), look -> rendered(marked, render));
        if (bytes.get() > MOST_BYTES || byQueries.size() >= MOST_SETS) {
            byQueries.clear();
            byLook.clear();
            bytes.set(0);
        }
        byQueries.put(new Key(position, language, Set.copyOf(queries)), block);
        return block;
    }

    private PaperBlock rendered(MarkedText marked, Function<MarkedText, PaperBlock> render) {
        var block = render.apply(marked);
        bytes.addAndGet(block.size());
        return block;
    }
}
