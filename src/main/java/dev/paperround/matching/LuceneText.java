package dev.paperround.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** A word, phrase or prefix as a query of one field. */
final class LuceneText {
    private LuceneText() {}

    static Query query(Leaf.Text leaf, Field field, IndexReader reader) throws IOException {
        List<Term> stems = leaf.words().stream()
                .map(word -> new Term(field.name(), EnglishInflections.stem(word)))
                .toList();
        Term begun = new Term(
                field.name(),
                StemAndSurfaceFilter.SURFACE_MARK
                        + leaf.words().get(leaf.words().size() - 1));
        if (stems.size() == 1) {
            return leaf.prefix() ? new PrefixQuery(begun) : new TermQuery(stems.get(0));
        }
        if (!leaf.prefix()) {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder();
            stems.forEach(phrase::add);
            return phrase.build();
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        stems.subList(0, stems.size() - 1).forEach(phrase::add);
        return phrase.add(beginningWith(begun, reader)).build();
    }

    private static Term[] beginningWith(Term prefix, IndexReader reader) throws IOException {
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
