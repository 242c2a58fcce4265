package dev.paperround.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** RFC 2045 section 6.7: 7-bit lines of at most 76 characters, ended by CRLF, whatever goes in. */
final class QuotedPrintable {
    private static final int LINE = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private QuotedPrintable() {}

    /** Line ends of any kind come out as CRLF; the last line is ended, too. */
    static byte[] encode(String text) {
        var in = text.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(in.length + in.length / 8);
        var column = 0;
        for (var i = 0; i < in.length; i++) {
            var b = in[i];
            if (b == '\n') {
                out.write('\r');
                out.write('\n');
                column = 0;
                continue;
            }
            var plain = b > ' ' && b < 127 && b != '=' || (b == ' ' || b == '\t') && !endsLine(in, i);
            var width = plain ? 1 : 3;
            if (column + width > LINE - 1) {
                out.writeBytes(new byte[] {'=', '\r', '\n'});
                column = 0;
            }
            if (plain) {
                out.write(b);
            } else {
                out.write('=');
                out.write(HEX[(b >> 4) & 15]);
                out.write(HEX[b & 15]);
            }
            column += width;
        }
        if (column > 0) {
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        return out.toByteArray();
    }

    private static boolean endsLine(byte[] in, int i) {
        return i + 1 == in.length || in[i + 1] == '\n';
    }
}
