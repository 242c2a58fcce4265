package dev.paperround.mail;

import dev.paperround.digest.rendering.DigestMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the message of a digest (RFC 5322). The same delivery always gives the same bytes. */
public final class DigestMessage {
    // The messageId has no brackets, and delivery is a full header that is empty in a preview.
    public record Envelope(
            MailFrom from,
            String to,
            String messageId,
            Instant date,
            Unsubscribe unsubscribe,
            String home,
            Optional<String> delivery) {}

    // The link is for one-click unsubscribing (RFC 8058), and mail is the address for unsubscribing by mail.
    public record Unsubscribe(String link, String mail) {}

    private DigestMessage() {}

    public static MailMessage of(DigestMail mail, Envelope envelope) {
        return MailMessage.of(headers(mail, envelope), envelope.messageId(), mail.text(), mail.html());
    }

    private static List<String> headers(DigestMail mail, Envelope envelope) {
        var from = envelope.from();
        var unsubscribe = envelope.unsubscribe();
        var headers = Stream.of(
                "Message-ID: <" + envelope.messageId() + ">",
                "Date: " + MailMessage.date(envelope.date()),
                "From: " + from.header(),
                "To: " + envelope.to(),
                "Subject: " + HeaderText.encode(mail.subject()),
                "List-Id: Paper Round <digest." + from.domain() + ">",
                // Stays on one line and is never encoded, because folding it has broken DKIM signatures elsewhere.
                "List-Unsubscribe: <" + unsubscribe.link() + ">, <" + unsubscribe.mail() + ">",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                "List-Help: <" + envelope.home() + ">",
                "Auto-Submitted: auto-generated",
                "X-Auto-Response-Suppress: OOF, AutoReply",
                "Precedence: bulk");
        return Stream.concat(headers, envelope.delivery().stream()).toList();
    }
}
