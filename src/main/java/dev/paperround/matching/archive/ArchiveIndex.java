package dev.paperround.matching.archive;

import dev.paperround.matching.index.NearSpelling;
import dev.paperround.matching.meaning.Interests;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** Keeps all papers in a Lucene index on disk. Any number of threads may read while one thread writes. */
public final class ArchiveIndex implements Closeable {
    // Must be raised with every change to the fields or to the analysis of texts.
    private static final String FORMAT = "4";

    private static final String KEY_FORMAT = "format";
    private static final String KEY_ARCHIVE = "archive";
    private static final String KEY_MARK = "mark";
    private static final double WRITE_BUFFER_MB = 24;
    private static final int FEW_SEGMENTS = 3;

    public static final int MOST_TRENDING = ArchiveDocument.MOST_TRENDING;

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

    // Each segment is searched separately, so a build's many small ones make a search take twice as long. Merging goes
    // on
    // in the background, and the next commit frees the old segments.
    public void compact() throws IOException {
        writer.forceMerge(FEW_SEGMENTS, false);
    }

    // Makes everything up to the mark survive a crash. Changes are searchable before that.
    public synchronized void commit() throws IOException {
        if (mark.isEmpty() || mark.equals(committed) && !writer.hasUncommittedChanges()) {
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
        return search(search, Interests.NONE);
    }

    public ArchiveSearch.Found search(ArchiveSearch search, Interests interests) throws IOException {
        return with(searcher -> ArchiveSearcher.found(searcher, search, interests));
    }

    public Optional<String> nearSpelling(String word) throws IOException {
        return with(searcher -> NearSpelling.of(word, searcher.getIndexReader()));
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
