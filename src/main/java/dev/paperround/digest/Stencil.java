package dev.paperround.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A rendered text, encoded once, with blanks to be filled in for each mail. */
final class Stencil {
    /** Either bytes, or a blank; {@code endsLine}: whether the line ends with it. */
    private record Piece(byte[] bytes, Blank blank, boolean endsLine) {}

    private final List<Piece> pieces = new ArrayList<>();
    private int fixedLength;

    private Stencil() {}

    static Stencil of(String rendered) {
        var stencil = new Stencil();
        var from = 0;
        for (var mark = Blank.markAfter(rendered, 0); mark >= 0; mark = Blank.markAfter(rendered, from)) {
            stencil.fixed(QuotedPrintable.encodeOpen(rendered.substring(from, mark)));
            var blank = Blank.at(rendered, mark);
            from = mark + blank.markLength();
            var endsLine = from < rendered.length() && rendered.charAt(from) == '\n';
            stencil.pieces.add(new Piece(null, blank, endsLine));
            from += endsLine ? 1 : 0;
        }
        stencil.fixed(QuotedPrintable.encode(rendered.substring(from)));
        return stencil;
    }

    private void fixed(byte[] bytes) {
        if (bytes.length > 0) {
            pieces.add(new Piece(bytes, null, false));
            fixedLength += bytes.length;
        }
    }

    int fixedLength() {
        return fixedLength;
    }

    /** Adds its pieces; every value is one that suits the kind of text, as escaped HTML. */
    void fill(Map<Blank, String> values, List<byte[]> papers, List<byte[]> filled) {
        for (var piece : pieces) {
            if (piece.blank() == null) {
                filled.add(piece.bytes());
            } else if (piece.blank() == Blank.PAPERS) {
                filled.addAll(papers);
            } else {
                var value = values.get(piece.blank());
                filled.add(piece.endsLine() ? QuotedPrintable.encode(value + "\n") : QuotedPrintable.encodeOpen(value));
            }
        }
    }
}
