package dev.paperround.matching.index;

import dev.paperround.matching.query.PhraseStep;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.IndexTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Looks terms up in Lucene each time, for an index that is too large for a {@link WordTable}. */
public final class LuceneTerms implements TermDictionary {
    private final IndexReader reader;

    public LuceneTerms(IndexReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean has(Field field, String term, int parts) throws IOException {
        return reader.docFreq(new Term(field.name(), IndexTerm.joined(term, parts))) > 0;
    }

    @Override
    public List<String> beginningWith(Field field, String prefix, int parts) throws IOException {
        List<String> found = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, field.name());
        if (terms != null) {
            BytesRef start = new BytesRef(prefix);
            TermsEnum each = terms.iterator();
            BytesRef term = each.seekCeil(start) == TermsEnum.SeekStatus.END ? null : each.term();
            while (term != null && StringHelper.startsWith(term, start)) {
                String text = term.utf8ToString();
                if (IndexTerm.parts(text) == parts) {
                    found.add(IndexTerm.withoutParts(text));
                }
                term = each.next();
            }
        }
        return found;
    }

    @Override
    public void addPapers(Field field, PhraseStep step, BitSet found) throws IOException {
        for (String term : step.terms()) {
            for (int parts = step.fewest(); parts <= step.most(); parts++) {
                for (String full : step.begun() ? beginningWith(field, term, parts) : List.of(term)) {
                    add(new Term(field.name(), IndexTerm.joined(full, parts)), found);
                }
            }
        }
    }

    private void add(Term term, BitSet found) throws IOException {
        for (LeafReaderContext segment : reader.leaves()) {
            PostingsEnum documents = segment.reader().postings(term, PostingsEnum.NONE);
            while (documents != null && documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                found.set(segment.docBase + documents.docID());
            }
        }
    }
}
