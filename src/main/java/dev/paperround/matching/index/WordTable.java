package dev.paperround.matching.index;

import dev.paperround.matching.query.PhraseStep;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.IndexTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/** Copies the terms of a small index into memory, because opening Lucene's dictionary costs more than the lookups. */
public final class WordTable implements TermDictionary {
    // A digest's window is far smaller. Beyond this size the table's memory would outweigh its speed.
    public static final int MOST_PAPERS = 1_000;

    // The arrays are indexed by the number of parts and are null where there are no papers.
    private final Map<Field, Map<String, int[][]>> papers = new EnumMap<>(Field.class);

    private final Map<Field, NavigableMap<String, int[][]>> spellings = new EnumMap<>(Field.class);

    private WordTable() {}

    static WordTable of(IndexReader reader) throws IOException {
        WordTable all = new WordTable();
        for (Field field : Field.values()) {
            Map<String, int[][]> table = new HashMap<>();
            NavigableMap<String, int[][]> written = new TreeMap<>();
            Terms terms = MultiTerms.getTerms(reader, field.name());
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            while (each.next() != null) {
                String term = each.term().utf8ToString();
                int[][] byParts = table.computeIfAbsent(
                        IndexTerm.withoutParts(term), name -> new int[IndexTerm.MOST_PARTS + 1][]);
                byParts[IndexTerm.parts(term)] = papers(each);
                if (term.charAt(0) == IndexTerm.WRITTEN) {
                    written.put(IndexTerm.withoutParts(term), byParts);
                }
            }
            all.papers.put(field, table);
            all.spellings.put(field, written);
        }
        return all;
    }

    private static int[] papers(TermsEnum term) throws IOException {
        int[] papers = new int[term.docFreq()];
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        for (int i = 0; documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; i++) {
            papers[i] = documents.docID();
        }
        return papers;
    }

    @Override
    public boolean has(Field field, String term, int parts) {
        int[][] byParts = papers.get(field).get(term);
        return byParts != null && byParts[parts] != null;
    }

    @Override
    public List<String> beginningWith(Field field, String prefix, int parts) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, int[][]> term :
                spellings.get(field).tailMap(prefix, true).entrySet()) {
            if (!term.getKey().startsWith(prefix)) {
                break;
            }
            if (term.getValue()[parts] != null) {
                found.add(term.getKey());
            }
        }
        return found;
    }

    @Override
    public void addPapers(Field field, PhraseStep step, BitSet found) {
        for (String term : step.terms()) {
            if (step.begun()) {
                for (Map.Entry<String, int[][]> begun :
                        spellings.get(field).tailMap(term, true).entrySet()) {
                    if (!begun.getKey().startsWith(term)) {
                        break;
                    }
                    add(begun.getValue(), step, found);
                }
            } else {
                add(papers.get(field).get(term), step, found);
            }
        }
    }

    private static void add(int[][] byParts, PhraseStep step, BitSet found) {
        if (byParts == null) {
            return;
        }
        for (int parts = step.fewest(); parts <= step.most(); parts++) {
            if (byParts[parts] != null) {
                for (int paper : byParts[parts]) {
                    found.set(paper);
                }
            }
        }
    }
}
