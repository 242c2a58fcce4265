package dev.paperround.matching.archive;

import dev.paperround.matching.meaning.Interest;
import dev.paperround.matching.meaning.PaperVectors;
import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;

/** Finds the papers that are close to a text, and counts how close; see {@link Interest}. */
final class CloseQuery extends Query {
    private final Interest interest;
    private final float least;

    CloseQuery(Interest interest, float least) {
        this.interest = interest;
        this.least = least;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new CloseWeight(boost);
    }

    private final class CloseWeight extends Weight {
        private final float boost;

        CloseWeight(float boost) {
            super(CloseQuery.this);
            this.boost = boost;
        }

        @Override
        public Scorer scorer(LeafReaderContext segment) throws IOException {
            BinaryDocValues vectors = DocValues.getBinary(segment.reader(), ArchiveDocument.VECTORS);
            NumericDocValues ids = DocValues.getNumeric(segment.reader(), ArchiveDocument.ID);
            return new CloseScorer(this, new Papers(vectors, ids), boost);
        }

        @Override
        public Explanation explain(LeafReaderContext segment, int document) {
            throw new UnsupportedOperationException("nobody asks for explanations");
        }

        // An index may change what is near without changing this segment.
        @Override
        public boolean isCacheable(LeafReaderContext segment) {
            return false;
        }
    }

    private final class Papers extends TwoPhaseIterator {
        private static final float COST = 2_000;

        private final BinaryDocValues vectors;
        private final NumericDocValues ids;
        private float closeness;

        Papers(BinaryDocValues vectors, NumericDocValues ids) {
            super(vectors);
            this.vectors = vectors;
            this.ids = ids;
        }

        @Override
        public boolean matches() throws IOException {
            long id = ids.advanceExact(vectors.docID()) ? ids.longValue() : 0;
            BytesRef bytes = vectors.binaryValue();
            closeness = interest.closeness(id, PaperVectors.of(bytes.bytes, bytes.offset, bytes.length));
            return closeness >= least;
        }

        @Override
        public float matchCost() {
            return COST;
        }
    }

    private static final class CloseScorer extends Scorer {
        private final Papers papers;
        private final float boost;

        CloseScorer(Weight weight, Papers papers, float boost) {
            super(weight);
            this.papers = papers;
            this.boost = boost;
        }

        @Override
        public int docID() {
            return papers.approximation().docID();
        }

        @Override
        public DocIdSetIterator iterator() {
            return TwoPhaseIterator.asDocIdSetIterator(papers);
        }

        @Override
        public TwoPhaseIterator twoPhaseIterator() {
            return papers;
        }

        @Override
        public float getMaxScore(int upTo) {
            return boost * Interest.MOST_POINTS;
        }

        @Override
        public float score() {
            return boost * Interest.points(papers.closeness);
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "close to a text";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other)
                && interest.equals(((CloseQuery) other).interest)
                && least == ((CloseQuery) other).least;
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), least);
    }
}
