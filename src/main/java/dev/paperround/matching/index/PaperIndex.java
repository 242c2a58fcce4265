package dev.paperround.matching.index;

import dev.paperround.matching.meaning.Closeness;
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
 * Prepares papers for matching by many queries, from any number of threads. Each distinct term is looked up once, and
 * each query is then answered with operations on bit sets.
 */
public final class PaperIndex implements KnownWords {
    // Bounds the memory that queries typed by strangers can use, but exceeds one day's demand from all subscribers.
    private static final int MAX_REMEMBERED = 200_000;

    // Scores are counted in twentieths, so that they order papers that are close to a text.
    public static final int POINT = 20;

    private static final long MAX_REMEMBERED_BYTES = 32_000_000;

    private final int size;
    private final TermSearch search;
    private final Map<QueryTerm, TermHits> remembered = new ConcurrentHashMap<>();
    private final AtomicLong rememberedBytes = new AtomicLong();

    private PaperIndex(List<PaperText> papers, Closeness closeness) {
        size = papers.size();
        search = new TermSearch(papers, closeness);
    }

    public static PaperIndex of(List<PaperText> papers) {
        return of(papers, Closeness.UNKNOWN);
    }

    public static PaperIndex of(List<PaperText> papers, Closeness closeness) {
        return new PaperIndex(List.copyOf(papers), closeness);
    }

    public int size() {
        return size;
    }

    public BitSet match(Query query) {
        return (BitSet) query.root().match(leaf -> hits(leaf).papers(), size).clone();
    }

    // Adds up the weight of the best field for each term that is found in the paper, and how close it is to each text.
    public int score(Query query, int paper) {
        return scores(query)[paper];
    }

    public BitSet match(QueryTerm term) {
        return (BitSet) hits(term).papers().clone();
    }

    // A paper that does not match still gets a score for the terms that were found in it.
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
