package dev.paperround.digest;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The blocks of a window's papers that mails were made of so far, within bounds. */
final class PaperBlocks {
    private static final long MOST_BYTES = 48_000_000;

    /** All that a block's look depends on: which paper it is, and the queries that mark it. */
    private record Key(int position, Set<Window.Asked> queries) {}

    private final Map<Key, PaperBlock> blocks = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    PaperBlock get(int position, Set<Window.Asked> queries, Supplier<PaperBlock> render) {
        var key = new Key(position, queries);
        var known = blocks.get(key);
        if (known != null) {
            return known;
        }
        var block = render.get();
        if (bytes.addAndGet(block.size()) > MOST_BYTES) {
            blocks.clear();
            bytes.set(block.size());
        }
        blocks.put(key, block);
        return block;
    }
}
