package dev.paperround.matching;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/** The words of a few hundred papers, read out of the index once: opening Lucene's dictionary costs more than all the rest. */
final class WordTable {
    /** A digest's window is far smaller; beyond, a table would take more memory than its speed is worth. */
    static final int MOST_PAPERS = 1_000;

    private final Map<Field, NavigableMap<String, int[]>> papersByWord;

    private WordTable(Map<Field, NavigableMap<String, int[]>> papersByWord) {
        this.papersByWord = papersByWord;
    }

    static WordTable of(IndexReader reader) throws IOException {
        Map<Field, NavigableMap<String, int[]>> tables = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            NavigableMap<String, int[]> table = new TreeMap<>();
            Terms terms = MultiTerms.getTerms(reader, field.name());
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            while (each.next() != null) {
                table.put(each.term().utf8ToString(), papers(each));
            }
            tables.put(field, table);
        }
        return new WordTable(tables);
    }

    private static int[] papers(TermsEnum term) throws IOException {
        int[] papers = new int[term.docFreq()];
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        int count = 0;
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            papers[count++] = documents.docID();
        }
        return Arrays.copyOf(papers, count);
    }

    boolean has(Field field, String word) {
        return papersByWord.get(field).containsKey(word);
    }

    BitSet holding(Field field, String word) {
        BitSet found = new BitSet();
        add(papersByWord.get(field).get(word), found);
        return found;
    }

    BitSet holdingBegun(Field field, String prefix) {
        BitSet found = new BitSet();
        for (Map.Entry<String, int[]> word :
                papersByWord.get(field).tailMap(prefix, true).entrySet()) {
            if (!word.getKey().startsWith(prefix)) {
                break;
            }
            add(word.getValue(), found);
        }
        return found;
    }

    private static void add(int[] papers, BitSet found) {
        if (papers != null) {
            for (int paper : papers) {
                found.set(paper);
            }
        }
    }
}
