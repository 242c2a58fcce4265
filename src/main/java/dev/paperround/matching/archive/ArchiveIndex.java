package dev.paperround.matching.archive;

import dev.paperround.matching.index.NearSpelling;
import dev.paperround.matching.query.DayRange;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** Keeps all papers in a Lucene index on disk. Any number of threads may read while one thread writes. */
public final class ArchiveIndex implements Closeable {
    // Must be raised with every change to the fields or to the analysis of texts.
    private static final String FORMAT = "3";

    private static final String KEY_FORMAT = "format";
    private static final String KEY_ARCHIVE = "archive";
    private static final String KEY_MARK = "mark";
    private static final double WRITE_BUFFER_MB = 24;

    public static final int MOST_TRENDING = ArchiveDocument.MOST_TRENDING;

    // Up to this many hits are held in memory; deeper results are reached page by page.
    private static final int PAGE = 10_000;

    static {
        // The longest accepted query has 150 words, each searched in five fields and then scored.
        IndexSearcher.setMaxClauseCount(16_384);
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String archive;
    private OptionalLong mark = OptionalLong.empty();
    private OptionalLong committed = OptionalLong.empty();

    private ArchiveIndex(Directory directory, IndexWriter writer, String archive) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.archive = archive;
        this.searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens the existing index if it is usable for this archive, and otherwise starts an empty one.
     *
     * @param archive identifies the database that the papers belong to
     * @return empty when another process has the index open
     */
    public static Optional<ArchiveIndex> tryOpen(Path path, String archive) throws IOException {
        Directory directory = FSDirectory.open(path);
        try {
            return Optional.of(open(directory, archive));
        } catch (LockObtainFailedException e) {
            directory.close();
            return Optional.empty();
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
            return Optional.of(open(directory, archive));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static ArchiveIndex open(Directory directory, String archive) throws IOException {
        Map<String, String> written = DirectoryReader.indexExists(directory)
                ? SegmentInfos.readLatestCommit(directory).getUserData()
                : Map.of();
        boolean fits = FORMAT.equals(written.get(KEY_FORMAT)) && archive.equals(written.get(KEY_ARCHIVE));
        IndexWriter writer = new IndexWriter(directory, config(fits ? OpenMode.APPEND : OpenMode.CREATE));
        ArchiveIndex index = new ArchiveIndex(directory, writer, archive);
        if (fits) {
            index.mark = OptionalLong.of(Long.parseLong(written.get(KEY_MARK)));
            index.committed = index.mark;
        }
        return index;
    }

    private static IndexWriterConfig config(OpenMode mode) {
        return new IndexWriterConfig(new KeywordAnalyzer())
                .setOpenMode(mode)
                .setRAMBufferSizeMB(WRITE_BUFFER_MB)
                // The most common search order then needs only the first page of documents.
                .setIndexSort(ArchiveOrder.NEWEST.sort())
                .setCommitOnClose(false);
    }

    // Returns the database revision that the index has fully caught up with, or nothing while it is being built.
    public synchronized OptionalLong mark() {
        return mark;
    }

    public synchronized void clear() throws IOException {
        mark = OptionalLong.empty();
        writer.deleteAll();
        searchers.maybeRefreshBlocking();
    }

    // Uses all processors because the batch may be the whole archive. The papers must not be in the index yet.
    public void add(Collection<ArchivedPaper> papers) throws IOException {
        try {
            papers.parallelStream().forEach(this::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(ArchivedPaper paper) {
        try {
            writer.addDocument(ArchiveDocument.of(paper));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void replace(Collection<ArchivedPaper> papers) throws IOException {
        for (ArchivedPaper paper : papers) {
            writer.updateDocument(ArchiveDocument.key(paper.id()), ArchiveDocument.of(paper));
        }
    }

    public void remove(Collection<Long> ids) throws IOException {
        writer.deleteDocuments(ids.stream().map(ArchiveDocument::key).toArray(Term[]::new));
    }

    public void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    public synchronized void reached(long newMark) throws IOException {
        searchers.maybeRefreshBlocking();
        mark = OptionalLong.of(newMark);
    }

    // Makes everything up to the mark survive a crash. Changes are searchable before that.
    public synchronized void commit() throws IOException {
        if (mark.isEmpty() || mark.equals(committed)) {
            return;
        }
        writer.setLiveCommitData(
                Map.of(KEY_FORMAT, FORMAT, KEY_ARCHIVE, archive, KEY_MARK, Long.toString(mark.getAsLong()))
                        .entrySet());
        writer.commit();
        committed = mark;
    }

    public int size() {
        return writer.getDocStats().numDocs;
    }

    public ArchiveSearch.Found search(ArchiveSearch search) throws IOException {
        return with(searcher -> {
            ArchiveQueries queries = new ArchiveQueries(searcher.getIndexReader(), days(searcher, search));
            Query considered = queries.considered();
            int all = searcher.count(considered);
            if (search.query().isEmpty()) {
                return new ArchiveSearch.Found(all, all, ids(searcher, considered, search, all));
            }
            Query query = queries.of(search.query().get(), false);
            if (search.order() == ArchiveOrder.NEWEST && search.isOfFirstPage(PAGE)) {
                // The index is sorted in this order, so the documents after the page only need to be counted.
                TopFieldDocs page = searcher.search(
                        query,
                        new TopFieldCollectorManager(search.order().sort(), search.end(), null, Integer.MAX_VALUE));
                return new ArchiveSearch.Found((int) page.totalHits.value, all, ids(page, search.offset()));
            }
            int total = searcher.count(query);
            Query ordered = search.order() == ArchiveOrder.BEST
                    ? queries.of(search.query().get(), true)
                    : query;
            return new ArchiveSearch.Found(total, all, ids(searcher, ordered, search, total));
        });
    }

    private static List<Long> ids(TopFieldDocs page, int from) {
        return Arrays.stream(page.scoreDocs).skip(from).map(ArchiveIndex::id).toList();
    }

    public Optional<String> nearSpelling(String word) throws IOException {
        return with(searcher -> NearSpelling.of(word, searcher.getIndexReader()));
    }

    private static DayRange days(IndexSearcher searcher, ArchiveSearch search) throws IOException {
        if (search.day().isPresent()) {
            return new DayRange(search.day().get(), search.day().get());
        }
        if (search.lastDays().isEmpty()) {
            return DayRange.ALL;
        }
        int before = search.lastDays().getAsInt() - 1;
        return newestDay(searcher)
                .map(newest -> new DayRange(newest.minusDays(before), newest))
                .orElse(DayRange.ALL);
    }

    private static List<Long> ids(IndexSearcher searcher, Query query, ArchiveSearch search, int total)
            throws IOException {
        long end = Math.min(total, (long) search.offset() + search.limit());
        List<Long> ids = new ArrayList<>();
        FieldDoc last = null;
        for (int from = 0; from < end && search.offset() < total; from += PAGE) {
            int most = (int) Math.min(PAGE, end - from);
            TopFieldDocs page = page(searcher, query, search.order().sort(), most, last);
            for (int i = Math.max(0, search.offset() - from); i < page.scoreDocs.length; i++) {
                ids.add(id(page.scoreDocs[i]));
            }
            if (page.scoreDocs.length < most) {
                break;
            }
            last = (FieldDoc) page.scoreDocs[most - 1];
        }
        return ids;
    }

    static TopFieldDocs page(IndexSearcher searcher, Query query, Sort sort, int most, FieldDoc after)
            throws IOException {
        // The total is already known, so documents that cannot be among the first are skipped.
        return searcher.search(query, new TopFieldCollectorManager(sort, most, after, most));
    }

    static long id(ScoreDoc hit) {
        Object[] fields = ((FieldDoc) hit).fields;
        return (Long) fields[fields.length - 1];
    }

    private static Optional<LocalDate> newestDay(IndexSearcher searcher) throws IOException {
        ScoreDoc[] first = page(searcher, new MatchAllDocsQuery(), ArchiveOrder.NEWEST.sort(), 1, null).scoreDocs;
        return Arrays.stream(first).findFirst().map(hit -> LocalDate.ofEpochDay((Long) ((FieldDoc) hit).fields[0]));
    }

    public Set<LocalDate> daysOf(Collection<Long> ids) throws IOException {
        return with(searcher -> ArchiveFeatures.daysOf(searcher, ids));
    }

    public Map<Long, Integer> trending(LocalDate day) throws IOException {
        return with(searcher -> ArchiveFeatures.trending(searcher, day));
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private <T> T with(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            commit();
        } catch (AlreadyClosedException e) {
            // A full disk makes Lucene close the writer, but everything committed earlier is still valid.
            throw new IOException("the archive's index was closed before", e);
        }
    }
}
