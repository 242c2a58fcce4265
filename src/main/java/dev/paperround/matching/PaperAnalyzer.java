package dev.paperround.matching;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** One analysis for papers, queries and highlights; what they compare can then never differ. */
final class PaperAnalyzer extends Analyzer {
    static final PaperAnalyzer INSTANCE = new PaperAnalyzer();

    /** So wide that no phrase reaches from one author or keyword into the next. */
    private static final int GAP = 1_000;

    private static final Pattern PLAIN_WORD = Pattern.compile("[a-z0-9]{1,99}");

    private PaperAnalyzer() {}

    /** A word of a text, and where it stands. */
    record Word(WordForm form, int start, int end) {}

    static List<String> surfaces(String text) {
        if (PLAIN_WORD.matcher(text).matches()) {
            return List.of(text);
        }
        List<String> words = surfacesOnce(text);
        // Folding an exotic character can leave something that folds again; what is printed has to be stable.
        List<String> again = surfacesOnce(String.join(" ", words));
        for (int i = 0; i < 3 && !again.equals(words); i++) {
            words = again;
            again = surfacesOnce(String.join(" ", words));
        }
        return words;
    }

    private static List<String> surfacesOnce(String text) {
        return words(Normalizer.normalize(text, Normalizer.Form.NFC)).stream()
                .map(word -> word.form().surface())
                .toList();
    }

    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = INSTANCE.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String stem = term.toString();
                stream.incrementToken();
                String surface = term.toString().substring(1);
                words.add(new Word(new WordForm(surface, stem), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        return new FoldingCharFilter(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new StandardTokenizer();
        return new TokenStreamComponents(tokenizer, new StemAndSurfaceFilter(tokenizer));
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
        return GAP;
    }
}
