package dev.paperround.matching.archive;

import dev.paperround.matching.archive.ArchivedPaper.Feature;
import dev.paperround.matching.index.PaperDocuments;
import dev.paperround.matching.index.PaperTokens;
import dev.paperround.matching.index.WordSets;
import dev.paperround.matching.query.DayRange;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.matching.text.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/** Maps a paper to the fields of the archive's index. Days are stored as the number of days since 1970-01-01. */
final class ArchiveDocument {
    static final String ID = "id";
    // Combines the newest digest day with the position on that day's page.
    static final String NEWEST = "newest";

    static final String POSITION = "position";
    // Unknown upvotes are stored as -1, which is outside every range that a query can ask for.
    static final String UPVOTES = "upvotes";
    // Two-dimensional points: a digest day and the paper's rank by votes on that day.
    private static final String FEATURED = "featured";
    // Packs the same two values into one number so that they can be read back.
    static final String FEATURES = "features";

    // Holds a paper's vectors, if they have been made already.
    static final String VECTORS = "vectors";

    static final int MOST_TRENDING = QueryTerm.Trending.MOST;

    private static final int UNRANKED = MOST_TRENDING + 1;

    private ArchiveDocument() {}

    static Term key(long id) {
        return new Term(ID, new BytesRef(Long.toString(id)));
    }

    static Document of(ArchivedPaper paper) {
        Document document = new Document();
        document.add(new StringField(ID, Long.toString(paper.id()), Store.NO));
        document.add(new NumericDocValuesField(ID, paper.id()));
        document.add(new NumericDocValuesField(NEWEST, paper.newest().day().toEpochDay()));
        // A point field of the same name lets Lucene skip documents that are too old to rank among the first.
        document.add(new LongPoint(NEWEST, paper.newest().day().toEpochDay()));
        document.add(new NumericDocValuesField(POSITION, paper.newest().position()));
        Integer upvotes = paper.text().upvotes();
        document.add(new NumericDocValuesField(UPVOTES, upvotes == null ? -1 : upvotes));
        document.add(new LongPoint(UPVOTES, upvotes == null ? -1 : upvotes));
        for (Feature feature : paper.features()) {
            document.add(new IntPoint(FEATURED, day(feature.day()), rank(feature)));
            document.add(new SortedNumericDocValuesField(FEATURES, packed(feature)));
        }
        paper.vectors().ifPresent(vectors -> document.add(new BinaryDocValuesField(VECTORS, new BytesRef(vectors))));
        Map<Field, List<PaperTokens.Value>> texts = PaperDocuments.read(paper.text(), false);
        PaperDocuments.addTexts(document, texts);
        WordSets.add(document, texts);
        return document;
    }

    static Query featured(DayRange days) {
        return trending(days, UNRANKED);
    }

    static Query trending(DayRange days, int most) {
        return IntPoint.newRangeQuery(FEATURED, new int[] {day(days.from()), 1}, new int[] {day(days.to()), most});
    }

    static Query upvotes(long least, long most) {
        return LongPoint.newRangeQuery(UPVOTES, least, most);
    }

    static int rank(Feature feature) {
        return Math.min(feature.trendingRank(), UNRANKED);
    }

    private static long packed(Feature feature) {
        return (long) day(feature.day()) * 100 + rank(feature);
    }

    static LocalDate unpackedDay(long packed) {
        return LocalDate.ofEpochDay(Math.floorDiv(packed, 100L));
    }

    static int unpackedRank(long packed) {
        return Math.floorMod(packed, 100);
    }

    private static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
