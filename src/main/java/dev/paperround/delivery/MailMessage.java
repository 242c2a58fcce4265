package dev.paperround.delivery;

import dev.paperround.digest.Encoded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mail with a text and an HTML part (RFC 5322, RFC 2046 section 5.1.4), 7-bit from end to end but for a recipient that
 * has other letters (RFC 6532).
 */
final class MailMessage {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private MailMessage() {}

    /** {@code headers}: whole lines, already encoded; those of the body are added. */
    static Encoded write(List<String> headers, String messageId, Encoded text, Encoded html) {
        var boundary = boundary(messageId);
        var head = new StringBuilder(2_000);
        headers.forEach(header -> head.append(header).append("\r\n"));
        head.append("MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"")
                .append(boundary)
                .append("\"\r\n\r\n")
                .append(partHead(boundary, "text/plain"));
        return joined(
                head.toString().getBytes(StandardCharsets.UTF_8),
                text,
                ascii(partHead(boundary, "text/html")),
                html,
                ascii("--" + boundary + "--\r\n"));
    }

    static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String boundary(String messageId) {
        var boundary = new StringBuilder("=_").append(messageId);
        for (var i = 2; i < boundary.length(); i++) {
            var c = boundary.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
                boundary.setCharAt(i, '_');
            }
        }
        return boundary.toString();
    }

    private static String partHead(String boundary, String type) {
        return "--" + boundary + "\r\nContent-Type: " + type
                + "; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    }

    private static Encoded joined(byte[] head, Encoded text, byte[] between, Encoded html, byte[] end) {
        var pieces = new ArrayList<byte[]>();
        pieces.add(head);
        pieces.addAll(text.pieces());
        pieces.add(between);
        pieces.addAll(html.pieces());
        pieces.add(end);
        return new Encoded(pieces);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
