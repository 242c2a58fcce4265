package dev.paperround.matching.index;

import dev.paperround.matching.query.PhraseStep;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.IndexTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Builds a Lucene query that covers every way a phrase can be written in the papers of an index. */
final class PhrasePaths {
    // Nearly every phrase has a single path. Only a phrase of repeated letters would exceed this limit.
    private static final int MOST = 128;

    private final Field field;
    private final TermDictionary dictionary;
    private final List<List<PhraseStep.Candidate>> candidates;
    private final BooleanQuery.Builder paths = new BooleanQuery.Builder();
    private int found;

    private PhrasePaths(QueryTerm.Text leaf, Field field, TermDictionary dictionary) {
        this.field = field;
        this.dictionary = dictionary;
        this.candidates = PhraseStep.of(leaf, field);
    }

    static Query query(QueryTerm.Text leaf, Field field, TermDictionary dictionary) throws IOException {
        PhrasePaths paths = new PhrasePaths(leaf, field, dictionary);
        paths.walk(0, 0, new ArrayList<>());
        return paths.found == 0 ? new MatchNoDocsQuery() : paths.paths.build();
    }

    private record Placed(Term[] anyOf, int position) {}

    private void walk(int from, int position, List<Placed> path) throws IOException {
        if (from == candidates.size()) {
            paths.add(query(path), BooleanClause.Occur.SHOULD);
            found++;
            return;
        }
        for (PhraseStep.Candidate candidate : candidates.get(from)) {
            PhraseStep step = candidate.step();
            for (int parts = step.fewest(); parts <= step.most() && found < MOST; parts++) {
                Term[] terms = terms(step, parts);
                if (terms.length > 0) {
                    path.add(new Placed(terms, position));
                    walk(candidate.next(), position + parts, path);
                    path.remove(path.size() - 1);
                }
            }
        }
    }

    private Term[] terms(PhraseStep step, int parts) throws IOException {
        List<Term> terms = new ArrayList<>();
        for (String term : step.terms()) {
            if (step.begun()) {
                for (String full : dictionary.beginningWith(field, term, parts)) {
                    terms.add(new Term(field.name(), IndexTerm.joined(full, parts)));
                }
            } else if (dictionary.has(field, term, parts)) {
                terms.add(new Term(field.name(), IndexTerm.joined(term, parts)));
            }
        }
        return terms.toArray(Term[]::new);
    }

    private Query query(List<Placed> path) {
        if (path.size() == 1) {
            List<BytesRef> terms = new ArrayList<>();
            for (Term term : path.get(0).anyOf()) {
                terms.add(term.bytes());
            }
            return new TermInSetQuery(field.name(), terms);
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        path.forEach(placed -> phrase.add(placed.anyOf(), placed.position()));
        return phrase.build();
    }
}
