package dev.paperround.matching;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** A text's words as {@link StemAndSurfaceFilter} gives them to the index, without reading it again. */
final class ReadingStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Reading reading;
    private int next;

    ReadingStream(Reading reading) {
        this.reading = reading;
    }

    @Override
    public boolean incrementToken() {
        if (next == 2 * reading.size()) {
            return false;
        }
        clearAttributes();
        WordForm word = reading.word(next / 2);
        boolean stem = next % 2 == 0;
        if (stem) {
            term.append(word.stem());
        } else {
            term.append(StemAndSurfaceFilter.SURFACE_MARK).append(word.surface());
        }
        position.setPositionIncrement(stem ? 1 : 0);
        next++;
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
