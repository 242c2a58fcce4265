package dev.paperround.matching.index;

import dev.paperround.matching.query.PhraseStep;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.IndexTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

public final class LuceneText {
    private LuceneText() {}

    public static Query query(QueryTerm.Text leaf, Field field, TermDictionary terms) throws IOException {
        Query words = leaf.parts().size() == 1
                ? word(PhraseStep.of(leaf, field).get(0).get(0).step(), field)
                : PhrasePaths.query(leaf, field, terms);
        if (field != Field.AUTHORS || leaf.nameKeys().isEmpty()) {
            return words;
        }
        return new BooleanQuery.Builder()
                .add(words, Occur.SHOULD)
                .add(anyOf(field, leaf.nameKeys()), Occur.SHOULD)
                .build();
    }

    // Phrases and terms that must span a fixed number of words cannot be looked up without positions.
    public static Optional<Query> anywhere(QueryTerm.Text leaf) {
        if (leaf.parts().size() > 1
                || leaf.field().isPresent()
                || !leaf.nameKeys().isEmpty()) {
            return Optional.empty();
        }
        PhraseStep word = PhraseStep.of(leaf, Field.TITLE).get(0).get(0).step();
        PhraseStep name = PhraseStep.of(leaf, Field.AUTHORS).get(0).get(0).step();
        if (!word.isOfAnyParts() || !name.isOfAnyParts()) {
            return Optional.empty();
        }
        return Optional.of(new BooleanQuery.Builder()
                .add(inSet(word, WordSets.of(Field.TITLE)), Occur.SHOULD)
                .add(inSet(name, WordSets.of(Field.AUTHORS)), Occur.SHOULD)
                .build());
    }

    private static Query inSet(PhraseStep step, String set) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String term : step.terms()) {
            Term sought = new Term(set, term);
            any.add(step.begun() ? new PrefixQuery(sought) : new TermQuery(sought), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query word(PhraseStep step, Field field) {
        if (step.begun()) {
            // A prefix may match any number of joined words, whose count is marked at the end of the term.
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            step.terms().forEach(term -> any.add(new PrefixQuery(new Term(field.name(), term)), Occur.SHOULD));
            return any.build();
        }
        List<String> terms = new ArrayList<>();
        for (String term : step.terms()) {
            for (int parts = step.fewest(); parts <= step.most(); parts++) {
                terms.add(IndexTerm.joined(term, parts));
            }
        }
        return anyOf(field, terms);
    }

    private static Query anyOf(Field field, Collection<String> terms) {
        return new TermInSetQuery(
                field.name(), terms.stream().map(BytesRef::new).toList());
    }
}
