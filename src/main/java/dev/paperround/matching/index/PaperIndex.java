package dev.paperround.matching.index;

import dev.paperround.matching.query.Query;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.matching.text.PaperText;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Papers ready to be matched by many queries. Each distinct word, phrase or comparison is looked up once; a query is
 * then arithmetic on bit sets. Immutable and safe for any number of threads.
 */
public final class PaperIndex implements KnownWords {
    /** Bounds the memory that queries typed by strangers can take; more than all subscribers of a day ask for. */
    private static final int MAX_REMEMBERED = 200_000;

    private static final long MAX_REMEMBERED_BYTES = 32_000_000;

    private final int size;
    private final TermSearch search;
    private final Map<QueryTerm, TermHits> remembered = new ConcurrentHashMap<>();
    private final AtomicLong rememberedBytes = new AtomicLong();

    private PaperIndex(List<PaperText> papers) {
        size = papers.size();
        search = new TermSearch(papers);
    }

    public static PaperIndex of(List<PaperText> papers) {
        return new PaperIndex(List.copyOf(papers));
    }

    public int size() {
        return size;
    }

    /** The positions, in the list given to {@link #of}, of the papers the query matches. */
    public BitSet match(Query query) {
        return (BitSet) query.root().match(leaf -> hits(leaf).papers(), size).clone();
    }

    /** What the paper is worth to the query: for each thing looked for and found, the weight of its best field. */
    public int score(Query query, int paper) {
        return scores(query)[paper];
    }

    /** {@link #score} of every paper, by position; what does not match has one too, for the part that was found. */
    public int[] scores(Query query) {
        int[] scores = new int[size];
        query.positiveLeaves().forEach(leaf -> hits(leaf).addTo(scores));
        return scores;
    }

    @Override
    public boolean finds(Query query) {
        return !match(query).isEmpty();
    }

    @Override
    public Optional<String> nearSpelling(String word) {
        return search.nearSpelling(word);
    }

    private TermHits hits(QueryTerm leaf) {
        TermHits known = remembered.get(leaf);
        if (known != null) {
            return known;
        }
        if (remembered.size() > MAX_REMEMBERED || rememberedBytes.get() > MAX_REMEMBERED_BYTES) {
            remembered.clear();
            rememberedBytes.set(0);
        }
        return remembered.computeIfAbsent(leaf, this::found);
    }

    private TermHits found(QueryTerm leaf) {
        TermHits hits = search.hits(leaf);
        rememberedBytes.addAndGet(hits.roughBytes());
        return hits;
    }
}
