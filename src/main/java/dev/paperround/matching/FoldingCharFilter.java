package dev.paperround.matching;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
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
            StringWriter all = new StringWriter();
            input.transferTo(all);
            folding = Folding.of(all.toString());
            folded = new StringReader(folding.text());
        }
        return folded.read(buffer, offset, length);
    }

    @Override
    protected int correct(int offset) {
        return folding.sourceOffset(offset);
    }
}
