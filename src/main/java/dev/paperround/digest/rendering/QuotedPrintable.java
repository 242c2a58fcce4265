package dev.paperround.digest.rendering;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Encodes text as quoted-printable (RFC 2045 section 6.7). It is hand-written so that no line begins with a dot or
 * "From ", and each result ends with a line, so pieces encoded separately can be joined.
 */
final class QuotedPrintable {
    private static final int LINE = 76;
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (var b = ' ' + 1; b < 127; b++) {
            PLAIN[b] = b != '=' && b != '.' && b != 'F';
        }
    }

    private final byte[] in;
    private byte[] out;
    private int length;
    private int column;

    private QuotedPrintable(String text) {
        in = (text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'))
                .getBytes(StandardCharsets.UTF_8);
        out = new byte[in.length + in.length / 8 + 16];
    }

    // Converts all line ends to CRLF and ends the last line, too.
    static byte[] encode(String text) {
        return new QuotedPrintable(text).lines().ended("\r\n");
    }

    // Leaves the last line open for text that is appended later.
    static byte[] encodeOpen(String text) {
        return new QuotedPrintable(text).lines().ended("=\r\n");
    }

    private QuotedPrintable lines() {
        for (var i = 0; i < in.length; i++) {
            if (length + 8 > out.length) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            var b = in[i];
            if (PLAIN[b & 0xff] || isPlainHere(b, i)) {
                plain(b);
            } else if (b == '\n') {
                endLine();
            } else {
                escaped(b);
            }
        }
        return this;
    }

    // SMTP would stuff a dot at the start of a line (RFC 5321 section 4.5.2), and mailbox files put a sign before
    // "From " (RFC 4155). Both would break the signature.
    private boolean isPlainHere(byte b, int i) {
        var beginsLine = column == 0 || column >= LINE - 1;
        return switch (b) {
            case '.' -> !beginsLine;
            case 'F' ->
                !beginsLine || !Arrays.equals(in, i, Math.min(i + FROM.length, in.length), FROM, 0, FROM.length);
            case ' ', '\t' -> !endsLine(i);
            default -> false;
        };
    }

    private boolean endsLine(int i) {
        return i + 1 == in.length || in[i + 1] == '\n';
    }

    private void plain(byte b) {
        makeRoom(1);
        out[length++] = b;
    }

    private void escaped(byte b) {
        makeRoom(3);
        out[length++] = '=';
        out[length++] = HEX[(b >> 4) & 15];
        out[length++] = HEX[b & 15];
    }

    private void makeRoom(int width) {
        if (column + width > LINE - 1) {
            out[length++] = '=';
            endLine();
        }
        column += width;
    }

    private void endLine() {
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
    }

    private byte[] ended(String end) {
        if (column == 0) {
            return Arrays.copyOf(out, length);
        }
        var ended = Arrays.copyOf(out, length + end.length());
        for (var i = 0; i < end.length(); i++) {
            ended[length + i] = (byte) end.charAt(i);
        }
        return ended;
    }
}
