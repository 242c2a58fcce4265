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

/**
 * The fields of a paper in the archive's index: its texts under the names of {@link Field}, and numbers. Days are counted
 * from 1970-01-01.
 */
final class ArchiveDocument {
    static final String ID = "id";
    /** The newest digest day, and the position on its page. */
    static final String NEWEST = "newest";

    static final String POSITION = "position";
    /** -1 where unknown, which is in no range that a query can ask for. */
    static final String UPVOTES = "upvotes";
    /** Points of two dimensions: a digest day, and the paper's rank by votes on that day. */
    private static final String FEATURED = "featured";
    /** The same as one number each, to be read back. */
    static final String FEATURES = "features";

    /** No query asks for more than the fifty most upvoted of a day. */
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
        // A point of the same name lets a search by it pass over what is too old to be among the first.
        document.add(new LongPoint(NEWEST, paper.newest().day().toEpochDay()));
        document.add(new NumericDocValuesField(POSITION, paper.newest().position()));
        Integer upvotes = paper.text().upvotes();
        document.add(new NumericDocValuesField(UPVOTES, upvotes == null ? -1 : upvotes));
        document.add(new LongPoint(UPVOTES, upvotes == null ? -1 : upvotes));
        for (Feature feature : paper.features()) {
            document.add(new IntPoint(FEATURED, day(feature.day()), rank(feature)));
            document.add(new SortedNumericDocValuesField(FEATURES, packed(feature)));
        }
        Map<Field, List<PaperTokens.Value>> texts = PaperDocuments.read(paper.text(), false);
        PaperDocuments.addTexts(document, texts);
        WordSets.add(document, texts);
        return document;
    }

    static Query featured(DayRange days) {
        return trending(days, UNRANKED);
    }

    /** Among the first {@code most} by votes on a day of the range. */
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
