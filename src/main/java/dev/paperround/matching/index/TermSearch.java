package dev.paperround.matching.index;

import dev.paperround.matching.meaning.Closeness;
import dev.paperround.matching.query.PhraseStep;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.PaperText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

final class TermSearch {
    private final List<Integer> upvotes = new ArrayList<>();
    private final List<Integer> trending = new ArrayList<>();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final TermDictionary terms;
    private final Closeness closeness;

    TermSearch(List<PaperText> papers, Closeness closeness) {
        this.closeness = closeness;
        for (PaperText paper : papers) {
            upvotes.add(paper.upvotes());
            trending.add(paper.trending());
        }
        try {
            reader = DirectoryReader.open(PaperDocuments.write(papers));
            terms = papers.size() > WordTable.MOST_PAPERS ? new LuceneTerms(reader) : WordTable.of(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        searcher = new IndexSearcher(reader);
        // Results are cached by query term here, so Lucene's own cache would only add locking.
        searcher.setQueryCache(null);
    }

    TermHits hits(QueryTerm leaf) {
        if (leaf instanceof QueryTerm.Text text) {
            return hits(text);
        }
        if (leaf instanceof QueryTerm.Like like) {
            return TermHits.like(closeness.of(like), like.reach().least());
        }
        return leaf instanceof QueryTerm.Upvotes votes
                ? weightless(paper -> votes.holds(upvotes.get(paper)))
                : weightless(paper -> trending.get(paper) <= ((QueryTerm.Trending) leaf).most());
    }

    private TermHits weightless(IntPredicate holds) {
        BitSet papers = new BitSet(upvotes.size());
        for (int paper = 0; paper < upvotes.size(); paper++) {
            papers.set(paper, holds.test(paper));
        }
        return TermHits.weightless(papers);
    }

    Optional<String> nearSpelling(String word) {
        try {
            return NearSpelling.of(word, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TermHits hits(QueryTerm.Text leaf) {
        Map<Field, BitSet> byField = new EnumMap<>(Field.class);
        try {
            for (Field field : Field.values()) {
                BitSet found = leaf.appliesTo(field) ? search(leaf, field) : new BitSet(0);
                if (!found.isEmpty()) {
                    byField.put(field, found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TermHits.of(byField);
    }

    // A single word skips Lucene's search setup, which costs more than the lookup itself.
    private BitSet search(QueryTerm.Text leaf, Field field) throws IOException {
        BitSet found;
        if (leaf.parts().size() == 1) {
            found = new BitSet(upvotes.size());
            terms.addPapers(field, PhraseStep.of(leaf, field).get(0).get(0).step(), found);
        } else {
            org.apache.lucene.search.Query paths = PhrasePaths.query(leaf, field, terms);
            found = paths instanceof MatchNoDocsQuery ? new BitSet(0) : search(paths);
        }
        if (field == Field.AUTHORS && !leaf.nameKeys().isEmpty()) {
            terms.addPapers(field, new PhraseStep(Set.copyOf(leaf.nameKeys()), false, 1, 1), found);
        }
        return found;
    }

    private BitSet search(org.apache.lucene.search.Query query) throws IOException {
        BitSet found = new BitSet(upvotes.size());
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
        for (LeafReaderContext segment : reader.leaves()) {
            Scorer scorer = weight.scorer(segment);
            DocIdSetIterator documents = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                found.set(segment.docBase + documents.docID());
            }
        }
        return found;
    }
}
