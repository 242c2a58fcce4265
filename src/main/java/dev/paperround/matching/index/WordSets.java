package dev.paperround.matching.index;

import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.IndexTerm;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * Collects each paper's {@link IndexTerm}s across all fields, without positions or part counts, so that one lookup
 * covers every field. Names are kept apart because they are not inflected.
 */
public final class WordSets {
    private static final String WORDS = "words";
    private static final String NAMES = "names";
    private static final FieldType TERMS = terms();

    private WordSets() {}

    static String of(Field field) {
        return field == Field.AUTHORS ? NAMES : WORDS;
    }

    public static void add(Document document, Map<Field, List<PaperTokens.Value>> texts) {
        Set<Field> others = EnumSet.complementOf(EnumSet.of(Field.AUTHORS));
        add(document, WORDS, texts, others);
        add(document, NAMES, texts, Set.of(Field.AUTHORS));
    }

    private static void add(
            Document document, String name, Map<Field, List<PaperTokens.Value>> texts, Set<Field> fields) {
        Set<String> terms = new LinkedHashSet<>();
        for (Field field : fields) {
            texts.get(field).forEach(value -> value.reading().addTerms(terms));
        }
        document.add(new org.apache.lucene.document.Field(name, new Tokens(terms.iterator()), TERMS));
    }

    private static FieldType terms() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    private static final class Tokens extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Iterator<String> terms;

        Tokens(Iterator<String> terms) {
            this.terms = terms;
        }

        @Override
        public boolean incrementToken() {
            if (!terms.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(terms.next());
            return true;
        }
    }
}
