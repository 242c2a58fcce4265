package dev.paperround.mail;

import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.digest.Digest.Style;
import dev.paperround.digest.SelectedPapers;
import dev.paperround.digest.Selection.Nothing;
import dev.paperround.digest.rendering.DigestMail;
import dev.paperround.digest.rendering.Digests;
import dev.paperround.digest.rendering.EmptyDigestMail;
import dev.paperround.subscriber.Recipient;
import dev.paperround.subscriber.token.Links;
import dev.paperround.subscriber.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Makes the mail of a digest, and of the note that there is none. It is safe on any thread. */
@ApplicationScoped
public class DigestMailFactory {
    @Inject
    Digests digests;

    @Inject
    Links links;

    @Inject
    Tokens tokens;

    @Inject
    MailFrom from;

    @Inject
    EnvelopeSender envelopeSender;

    // The delivery header is empty in a preview.
    public record Head(String messageIdLeft, Instant date, Optional<String> delivery) {}

    public record Made(DigestMail mail, MailMessage message) {}

    public Made digest(Recipient recipient, LocalDate day, SelectedPapers chosen, String web, Head head) {
        var mailLinks = mailLinks(recipient, web);
        var style = new Style(recipient.language(), recipient.weekly());
        return made(digests.mail(day, chosen, recipient.filters(), style, mailLinks), recipient, mailLinks, head);
    }

    public Made note(Recipient recipient, LocalDate day, Nothing why, int considered, Head head) {
        var mailLinks = mailLinks(recipient, links.to("/papers"));
        var mail = new EmptyDigestMail(day, why, considered, recipient.language(), mailLinks).mail();
        return made(mail, recipient, mailLinks, head);
    }

    private DigestLinks mailLinks(Recipient recipient, String web) {
        return new DigestLinks(web, links.manage(recipient), links.unsubscribe(recipient.id()), links.to("/"));
    }

    private Made made(DigestMail mail, Recipient recipient, DigestLinks mailLinks, Head head) {
        var envelope = new DigestMessage.Envelope(
                from,
                recipient.email(),
                head.messageIdLeft() + "@" + from.domain(),
                head.date(),
                new DigestMessage.Unsubscribe(mailLinks.unsubscribe(), envelopeSender.unsubscribeMail(recipient.id())),
                mailLinks.home(),
                head.delivery());
        return new Made(mail, DigestMessage.of(mail, envelope));
    }

    public String messageIdLeft(long delivery) {
        return Long.toString(delivery, Character.MAX_RADIX) + "." + tokens.keyed("message " + delivery);
    }

    // Identical at every attempt, because it is the only way to recognise a duplicate mail.
    public String messageId(long delivery) {
        return "<" + messageIdLeft(delivery) + "@" + from.domain() + ">";
    }
}
