package dev.paperround.delivery;

import dev.paperround.digest.DigestMail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A digest as bytes for the wire (RFC 5322): the same for the same delivery, whenever it is made. */
final class DigestMessage {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    /** {@code unsubscribe}: the link of RFC 8058; {@code messageId} without its brackets. */
    record Envelope(MailFrom from, String to, String messageId, Instant date, String unsubscribe, String home) {}

    private DigestMessage() {}

    static byte[] write(DigestMail mail, Envelope envelope) {
        var out = new ByteArrayOutputStream(64 * 1024);
        var boundary = "=_" + envelope.messageId().replaceAll("[^A-Za-z0-9]", "_");
        ascii(out, headers(mail, envelope, boundary));
        part(out, boundary, "text/plain", mail.text());
        part(out, boundary, "text/html", mail.html());
        ascii(out, "--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    private static String headers(DigestMail mail, Envelope envelope, String boundary) {
        var from = envelope.from();
        return String.join(
                "\r\n",
                "Message-ID: <" + envelope.messageId() + ">",
                "Date: " + DATE.format(envelope.date().atOffset(ZoneOffset.UTC)),
                "From: "
                        + (from.name.isEmpty()
                                ? from.address
                                : HeaderText.phrase(from.name) + " <" + from.address + ">"),
                "To: <" + envelope.to() + ">",
                "Subject: " + HeaderText.encode(mail.subject()),
                "List-Id: Paper Round <digest." + from.domain() + ">",
                // On one line and never encoded: folding it has broken DKIM signatures elsewhere.
                "List-Unsubscribe: <" + envelope.unsubscribe() + ">, <mailto:" + from.address + "?subject=unsubscribe>",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                "List-Help: <" + envelope.home() + ">",
                "Auto-Submitted: auto-generated",
                "X-Auto-Response-Suppress: OOF, AutoReply",
                "Precedence: bulk",
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"",
                "",
                "");
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
