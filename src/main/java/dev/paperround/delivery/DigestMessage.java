package dev.paperround.delivery;

import dev.paperround.digest.DigestMail;
import java.time.Instant;
import java.util.List;

/** A digest as it goes over the wire (RFC 5322): the same for the same delivery, whenever it is made. */
final class DigestMessage {
    /** {@code unsubscribe}: the link of RFC 8058; {@code messageId} without its brackets. */
    record Envelope(MailFrom from, String to, String messageId, Instant date, String unsubscribe, String home) {}

    private DigestMessage() {}

    static MailMessage of(DigestMail mail, Envelope envelope) {
        return MailMessage.of(headers(mail, envelope), envelope.messageId(), mail.text(), mail.html());
    }

    private static List<String> headers(DigestMail mail, Envelope envelope) {
        var from = envelope.from();
        return List.of(
                "Message-ID: <" + envelope.messageId() + ">",
                "Date: " + MailMessage.date(envelope.date()),
                "From: " + from.header(),
                "To: " + envelope.to(),
                "Subject: " + HeaderText.encode(mail.subject()),
                "List-Id: Paper Round <digest." + from.domain() + ">",
                // On one line and never encoded: folding it has broken DKIM signatures elsewhere.
                "List-Unsubscribe: <" + envelope.unsubscribe() + ">, <mailto:" + from.address + "?subject=unsubscribe>",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                "List-Help: <" + envelope.home() + ">",
                "Auto-Submitted: auto-generated",
                "X-Auto-Response-Suppress: OOF, AutoReply",
                "Precedence: bulk");
    }
}
