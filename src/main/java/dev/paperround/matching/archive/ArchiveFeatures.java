package dev.paperround.matching.archive;

import dev.paperround.matching.query.DayRange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Reads back from the index on which days papers were featured, and at which rank. */
final class ArchiveFeatures {
    private ArchiveFeatures() {}

    static Set<LocalDate> daysOf(IndexSearcher searcher, Collection<Long> ids) throws IOException {
        List<BytesRef> keys =
                ids.stream().map(id -> new BytesRef(Long.toString(id))).toList();
        Set<LocalDate> days = new HashSet<>();
        of(searcher, new TermInSetQuery(ArchiveDocument.ID, keys))
                .values()
                .forEach(features -> features.forEach(packed -> days.add(ArchiveDocument.unpackedDay(packed))));
        return days;
    }

    static Map<Long, Integer> trending(IndexSearcher searcher, LocalDate day) throws IOException {
        Map<Long, Integer> ranks = new HashMap<>();
        of(searcher, ArchiveDocument.trending(new DayRange(day, day), ArchiveDocument.MOST_TRENDING))
                .forEach((id, features) -> features.stream()
                        .filter(packed -> ArchiveDocument.unpackedDay(packed).equals(day))
                        .forEach(packed -> ranks.put(id, ArchiveDocument.unpackedRank(packed))));
        return ranks;
    }

    private static Map<Long, List<Long>> of(IndexSearcher searcher, Query query) throws IOException {
        Map<Long, List<Long>> found = new HashMap<>();
        Sort byDocument = new Sort(SortField.FIELD_DOC, new SortField(ArchiveDocument.ID, SortField.Type.LONG));
        int most = Math.max(1, searcher.count(query));
        for (ScoreDoc hit : ArchiveSearcher.page(searcher, query, byDocument, most, null).scoreDocs) {
            found.put(ArchiveSearcher.id(hit), of(searcher, hit.doc));
        }
        return found;
    }

    private static List<Long> of(IndexSearcher searcher, int document) throws IOException {
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            int local = document - segment.docBase;
            if (local >= 0 && local < segment.reader().maxDoc()) {
                SortedNumericDocValues values = DocValues.getSortedNumeric(segment.reader(), ArchiveDocument.FEATURES);
                List<Long> features = new ArrayList<>();
                for (int i = values.advanceExact(local) ? values.docValueCount() : 0; i > 0; i--) {
                    features.add(values.nextValue());
                }
                return features;
            }
        }
        return List.of();
    }
}
