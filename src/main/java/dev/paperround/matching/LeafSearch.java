package dev.paperround.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Looks leaves up in a Lucene index held in memory. */
final class LeafSearch {
    private final List<Integer> upvotes = new ArrayList<>();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Optional<WordTable> table;

    LeafSearch(List<PaperText> papers) {
        papers.forEach(paper -> upvotes.add(paper.upvotes()));
        try {
            reader = DirectoryReader.open(PaperDocuments.write(papers));
            table = papers.size() > WordTable.MOST_PAPERS ? Optional.empty() : Optional.of(WordTable.of(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        searcher = new IndexSearcher(reader);
        // What is found is remembered by our own key, a leaf; Lucene's cache would only be locked for nothing.
        searcher.setQueryCache(null);
    }

    LeafHits hits(Leaf leaf) {
        return leaf instanceof Leaf.Text text ? hits(text) : hits((Leaf.Upvotes) leaf);
    }

    private LeafHits hits(Leaf.Upvotes leaf) {
        BitSet papers = new BitSet(upvotes.size());
        for (int paper = 0; paper < upvotes.size(); paper++) {
            papers.set(paper, leaf.holds(upvotes.get(paper)));
        }
        return LeafHits.weightless(papers);
    }

    private LeafHits hits(Leaf.Text leaf) {
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
        return LeafHits.of(byField);
    }

    /** A single word needs none of what Lucene prepares for a search, which costs more than all the rest. */
    private BitSet search(Leaf.Text leaf, Field field) throws IOException {
        List<String> words = leaf.words();
        List<String> stems = words.stream().map(EnglishInflections::stem).toList();
        String begun = StemAndSurfaceFilter.SURFACE_MARK + words.get(words.size() - 1);
        if (words.size() == 1) {
            return leaf.prefix() ? holdingBegun(field, begun) : holding(field, stems.get(0));
        }
        List<String> whole = leaf.prefix() ? stems.subList(0, stems.size() - 1) : stems;
        if (table.isPresent() && !whole.stream().allMatch(word -> table.get().has(field, word))) {
            return new BitSet(0);
        }
        List<Term> terms =
                whole.stream().map(word -> new Term(field.name(), word)).toList();
        return search(leaf.prefix() ? phrase(terms, beginningWith(new Term(field.name(), begun))) : phrase(terms));
    }

    private BitSet holding(Field field, String word) throws IOException {
        return table.isPresent() ? table.get().holding(field, word) : holding(new Term(field.name(), word));
    }

    private BitSet holdingBegun(Field field, String prefix) throws IOException {
        return table.isPresent()
                ? table.get().holdingBegun(field, prefix)
                : holding(beginningWith(new Term(field.name(), prefix)));
    }

    private BitSet holding(Term... anyOf) throws IOException {
        BitSet found = new BitSet(upvotes.size());
        for (LeafReaderContext segment : reader.leaves()) {
            for (Term term : anyOf) {
                PostingsEnum documents = segment.reader().postings(term, PostingsEnum.NONE);
                while (documents != null && documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    found.set(segment.docBase + documents.docID());
                }
            }
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

    private static PhraseQuery phrase(List<Term> words) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        words.forEach(phrase::add);
        return phrase.build();
    }

    private static MultiPhraseQuery phrase(List<Term> words, Term[] anyLast) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        words.forEach(phrase::add);
        return phrase.add(anyLast).build();
    }

    private Term[] beginningWith(Term prefix) throws IOException {
        List<Term> found = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, prefix.field());
        if (terms != null) {
            TermsEnum each = terms.iterator();
            BytesRef term = each.seekCeil(prefix.bytes()) == TermsEnum.SeekStatus.END ? null : each.term();
            while (term != null && StringHelper.startsWith(term, prefix.bytes())) {
                found.add(new Term(prefix.field(), BytesRef.deepCopyOf(term)));
                term = each.next();
            }
        }
        return found.isEmpty() ? new Term[] {prefix} : found.toArray(Term[]::new);
    }
}
