package dev.paperround.digest.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Encodes rendered text once and leaves placeholders to fill in for each mail. */
final class EncodedTemplate {
    // A piece is either bytes or a placeholder.
    private record Piece(byte[] bytes, Placeholder blank, boolean endsLine) {}

    private final List<Piece> pieces = new ArrayList<>();
    private int fixedLength;

    private EncodedTemplate() {}

    static EncodedTemplate of(String rendered) {
        var template = new EncodedTemplate();
        var from = 0;
        for (var mark = Placeholder.markAfter(rendered, 0); mark >= 0; mark = Placeholder.markAfter(rendered, from)) {
            template.fixed(QuotedPrintable.encodeOpen(rendered.substring(from, mark)));
            var blank = Placeholder.at(rendered, mark);
            from = mark + blank.markLength();
            var endsLine = from < rendered.length() && rendered.charAt(from) == '\n';
            template.pieces.add(new Piece(null, blank, endsLine));
            from += endsLine ? 1 : 0;
        }
        template.fixed(QuotedPrintable.encode(rendered.substring(from)));
        return template;
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

    // Appends the filled-in pieces. The values must already suit the format, such as escaped HTML.
    void fill(Map<Placeholder, String> values, List<byte[]> papers, List<byte[]> filled) {
        for (var piece : pieces) {
            if (piece.blank() == null) {
                filled.add(piece.bytes());
            } else if (piece.blank() == Placeholder.PAPERS) {
                filled.addAll(papers);
            } else {
                var value = values.get(piece.blank());
                filled.add(piece.endsLine() ? QuotedPrintable.encode(value + "\n") : QuotedPrintable.encodeOpen(value));
            }
        }
    }
}
