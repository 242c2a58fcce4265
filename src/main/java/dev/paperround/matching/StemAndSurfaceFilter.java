package dev.paperround.matching;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Makes two tokens of each word, at one position: its stem, then the word itself, marked. */
final class StemAndSurfaceFilter extends TokenFilter {
    /** No tokenizer leaves this in a word. */
    static final String SURFACE_MARK = "=";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private State word;
    private String surface;

    StemAndSurfaceFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (word != null) {
            restoreState(word);
            term.setEmpty().append(SURFACE_MARK).append(surface);
            position.setPositionIncrement(0);
            word = null;
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        surface = withoutPossessive(term.toString());
        term.setEmpty().append(EnglishInflections.stem(surface));
        word = captureState();
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        word = null;
    }

    private static String withoutPossessive(String word) {
        String bare = word;
        while (bare.endsWith("'s")) {
            bare = bare.substring(0, bare.length() - 2);
        }
        return bare;
    }
}
