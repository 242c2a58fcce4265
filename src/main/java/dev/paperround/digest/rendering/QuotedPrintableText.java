package dev.paperround.digest.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/** Holds quoted-printable text as whole lines, in pieces that many mails share. */
public record QuotedPrintableText(List<byte[]> pieces) {
    public static QuotedPrintableText of(String text) {
        return new QuotedPrintableText(List.of(QuotedPrintable.encode(text)));
    }

    public static QuotedPrintableText ofBytes(byte[] bytes) {
        return new QuotedPrintableText(List.of(bytes));
    }

    public int length() {
        var length = 0;
        for (var piece : pieces) {
            length += piece.length;
        }
        return length;
    }

    public byte[] bytes() {
        var bytes = new byte[length()];
        var at = 0;
        for (var piece : pieces) {
            System.arraycopy(piece, 0, bytes, at, piece.length);
            at += piece.length;
        }
        return bytes;
    }

    public String decoded() {
        try (var stream = new QuotedPrintableInputStream(new ByteArrayInputStream(bytes()))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
