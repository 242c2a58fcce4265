package dev.paperround.mail;

import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.dkim.DkimSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds a mail with a text part and an HTML part (RFC 5322, RFC 2046 section 5.1.4). It is 7-bit except for a
 * recipient with non-ASCII letters (RFC 6532), and its {@code headers} have no line ends.
 */
public record MailMessage(List<String> headers, QuotedPrintableText body) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    public static MailMessage of(
            List<String> headers, String messageId, QuotedPrintableText text, QuotedPrintableText html) {
        var boundary = boundary(messageId);
        var all = new ArrayList<>(headers);
        all.add("MIME-Version: 1.0");
        all.add("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"");
        var body = new ArrayList<byte[]>();
        body.add(ascii(partHead(boundary, "text/plain")));
        body.addAll(text.pieces());
        body.add(ascii(partHead(boundary, "text/html")));
        body.addAll(html.pieces());
        body.add(ascii("--" + boundary + "--\r\n"));
        return new MailMessage(all, new QuotedPrintableText(body));
    }

    public QuotedPrintableText signed(DkimSigner signer) {
        return below(signer.sign(headers, body.pieces()));
    }

    public QuotedPrintableText unsigned() {
        return below(List.of());
    }

    private QuotedPrintableText below(List<String> signatures) {
        var head = new StringBuilder(2_000);
        signatures.forEach(header -> head.append(header).append("\r\n"));
        headers.forEach(header -> head.append(header).append("\r\n"));
        var pieces = new ArrayList<byte[]>(body.pieces().size() + 1);
        pieces.add(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        pieces.addAll(body.pieces());
        return new QuotedPrintableText(pieces);
    }

    public static String date(Instant instant) {
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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
