package dev.paperround.matching;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.apache.lucene.analysis.CharFilter;

final class FoldingCharFilter extends CharFilter {
    private Folding folding;
    private Reader folded;

    FoldingCharFilter(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (folded == null) {
            folding = Folding.of(all());
            folded = new StringReader(folding.text());
        }
        return folded.read(buffer, offset, length);
    }

    /** Most texts are shorter than the buffer that {@code transferTo} would clear for each. */
    private String all() throws IOException {
        StringBuilder all = new StringBuilder();
        char[] piece = new char[256];
        for (int length = input.read(piece); length >= 0; length = input.read(piece)) {
            all.append(piece, 0, length);
        }
        return all.toString();
    }

    @Override
    protected int correct(int offset) {
        return folding.sourceOffset(offset);
    }
}
