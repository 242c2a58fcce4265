package dev.paperround.matching.archive;

import dev.paperround.matching.meaning.Interests;
import dev.paperround.matching.query.DayRange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/** Runs one search on one state of the index. */
final class ArchiveSearcher {
    // Up to this many hits are held in memory; deeper results are reached page by page.
    private static final int PAGE = 10_000;

    private ArchiveSearcher() {}

    static ArchiveSearch.Found found(IndexSearcher searcher, ArchiveSearch search, Interests interests)
            throws IOException {
        ArchiveQueries queries = new ArchiveQueries(searcher.getIndexReader(), days(searcher, search), interests);
        Query considered = queries.considered();
        int all = searcher.count(considered);
        if (search.query().isEmpty()) {
            return new ArchiveSearch.Found(all, all, ids(searcher, considered, search, all));
        }
        Query query = queries.of(search.query().get(), search.order() == ArchiveOrder.BEST);
        if (search.isOfFirstPage(PAGE)) {
            // One pass finds the page and the total. By date it is short, because the index is sorted that way.
            TopFieldDocs page = searcher.search(
                    query, new TopFieldCollectorManager(search.order().sort(), search.end(), null, Integer.MAX_VALUE));
            return new ArchiveSearch.Found((int) page.totalHits.value, all, ids(page, search.offset()));
        }
        int total = searcher.count(query);
        return new ArchiveSearch.Found(total, all, ids(searcher, query, search, total));
    }

    private static List<Long> ids(TopFieldDocs page, int from) {
        return Arrays.stream(page.scoreDocs).skip(from).map(ArchiveSearcher::id).toList();
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
}
