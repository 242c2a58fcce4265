package dev.paperround.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A mail with a text and an HTML part (RFC 5322, RFC 2046 section 5.1.4), 7-bit from end to end. */
final class MailMessage {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private MailMessage() {}

    /** {@code headers}: whole lines, already encoded; those of the body are added. */
    static byte[] write(List<String> headers, String messageId, String text, String html) {
        var out = new ByteArrayOutputStream(64 * 1024);
        var boundary = "=_" + messageId.replaceAll("[^A-Za-z0-9]", "_");
        headers.forEach(header -> ascii(out, header + "\r\n"));
        ascii(out, "MIME-Version: 1.0\r\n");
        ascii(out, "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n");
        part(out, boundary, "text/plain", text);
        part(out, boundary, "text/html", html);
        ascii(out, "--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static void part(ByteArrayOutputStream out, String boundary, String type, String text) {
        ascii(out, "--" + boundary + "\r\nContent-Type: " + type + "; charset=UTF-8\r\n");
        ascii(out, "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        out.writeBytes(QuotedPrintable.encode(text));
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
