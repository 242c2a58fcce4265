package dev.paperround.matching.index;

import dev.paperround.matching.text.AnalyzedText;
import dev.paperround.matching.text.IndexTerm;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Streams the {@link IndexTerm}s of analyzed field values to Lucene. */
public final class PaperTokens extends TokenStream {
    // Wide enough that no phrase can reach from one author or keyword into the next.
    private static final int GAP = 1_000;

    public record Value(AnalyzedText reading, List<String> further) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final List<Value> values;
    private int value;
    private int word;
    private int parts;
    private int next;
    private int step;

    PaperTokens(List<Value> values) {
        this.values = values;
        reset();
    }

    @Override
    public boolean incrementToken() {
        while (value < values.size()) {
            AnalyzedText reading = values.get(value).reading();
            while (word < reading.size()) {
                while (parts <= reading.mostParts() + 1) {
                    List<String> terms = terms(reading);
                    if (next < terms.size()) {
                        put(terms.get(next++), parts > reading.mostParts() ? 1 : parts);
                        return true;
                    }
                    parts++;
                    next = 0;
                }
                word++;
                parts = 1;
                step++;
            }
            value++;
            word = 0;
            step += GAP;
        }
        return false;
    }

    // The further terms come once, after the terms for all numbers of parts.
    private List<String> terms(AnalyzedText reading) {
        if (parts <= reading.mostParts()) {
            return reading.terms(word, parts);
        }
        return word == 0 ? values.get(value).further() : List.of();
    }

    private void put(String text, int ofParts) {
        clearAttributes();
        term.append(IndexTerm.joined(text, ofParts));
        position.setPositionIncrement(step);
        step = 0;
    }

    @Override
    public void reset() {
        value = 0;
        word = 0;
        parts = 1;
        next = 0;
        step = 1;
    }
}
