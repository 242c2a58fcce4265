package dev.paperround.matching.index;

import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.IndexTerm;
import dev.paperround.matching.text.Word;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;

/** Finds the word of an index that a misspelled word most likely stands for. */
public final class NearSpelling {
    private static final List<Field> PLACES = List.of(Field.TITLE, Field.ABSTRACT, Field.KEYWORDS);

    // Shorter words are close to too many others.
    private static final int SHORTEST = 4;

    // Words of at least this many letters may have two wrong letters.
    private static final int LONG = 7;

    private NearSpelling() {}

    private record Found(float nearness, int papers) {
        Found and(Found other) {
            return new Found(Math.max(nearness, other.nearness), papers + other.papers);
        }

        boolean isBetterThan(Found other) {
            return nearness > other.nearness || nearness == other.nearness && papers > other.papers;
        }
    }

    public static Optional<String> of(String typed, IndexReader reader) throws IOException {
        List<Word> words = Word.ofTyped(typed);
        if (words.size() != 1 || words.get(0).spelling().length() < SHORTEST) {
            return Optional.empty();
        }
        String word = words.get(0).spelling();
        Map<String, Found> found = new HashMap<>();
        for (Field place : PLACES) {
            collect(word, place, reader, found);
        }
        found.remove(word);
        return found.entrySet().stream()
                .reduce((best, other) -> other.getValue().isBetterThan(best.getValue()) ? other : best)
                .map(Map.Entry::getKey);
    }

    private static void collect(String word, Field place, IndexReader reader, Map<String, Found> found)
            throws IOException {
        Terms terms = MultiTerms.getTerms(reader, place.name());
        if (terms == null) {
            return;
        }
        int edits = word.length() < LONG ? 1 : 2;
        Term sought = new Term(place.name(), IndexTerm.WRITTEN + word);
        // A typo is rarely in the first letter, and the kind of term must stay the same.
        FuzzyTermsEnum near = new FuzzyTermsEnum(terms, sought, edits, 2, true);
        BoostAttribute boost = near.attributes().addAttribute(BoostAttribute.class);
        while (near.next() != null) {
            String term = near.term().utf8ToString();
            if (IndexTerm.parts(term) == 1) {
                found.merge(term.substring(1), new Found(boost.getBoost(), near.docFreq()), Found::and);
            }
        }
    }
}
