package dev.paperround.sending.engine;

import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.digest.Digest.Style;
import dev.paperround.digest.PaperWindows;
import dev.paperround.digest.SelectedPapers;
import dev.paperround.digest.Selection;
import dev.paperround.digest.Selection.Nothing;
import dev.paperround.digest.rendering.DigestMail;
import dev.paperround.digest.rendering.Digests;
import dev.paperround.digest.rendering.EmptyDigestMail;
import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.DigestMessage;
import dev.paperround.mail.EnvelopeSender;
import dev.paperround.mail.MailFrom;
import dev.paperround.mail.MailMessage;
import dev.paperround.mail.dkim.DkimSigner;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.sending.planning.DigestSelector;
import dev.paperround.subscriber.Member;
import dev.paperround.subscriber.Recipient;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.token.Links;
import dev.paperround.subscriber.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes the mail of a delivery, and shows what a mail would be. */
@ApplicationScoped
public class DigestMailFactory {
    @Inject
    Digests digests;

    @Inject
    PaperWindows windows;

    @Inject
    DigestSelector selector;

    @Inject
    Links links;

    @Inject
    Tokens tokens;

    @Inject
    MailFrom from;

    @Inject
    EnvelopeSender envelopeSender;

    @Inject
    DkimSigner signer;

    @Inject
    Clock clock;

    /** What somebody would get, and the bytes it would be; no mail where {@code composition} says why not. */
    public record Preview(Selection composition, DigestMail mail, byte[] message) {}

    /** {@code again}: also papers that were received, as a forced send has them. */
    @Transactional
    public Preview preview(Subscriber subscriber, LocalDate day, boolean again) {
        var attached = Subscriber.<Subscriber>findById(subscriber.id);
        var composition = selector.compose(windows.upTo(day), List.of(Member.of(attached)), again)
                .getOrDefault(attached.id, Selection.UNREADABLE);
        if (composition.nothing().isPresent()) {
            return new Preview(composition, null, null);
        }
        var recipient = Recipient.of(attached);
        var mailLinks = mailLinks(recipient, links.to("/papers/" + day));
        var mail = digest(recipient, day, composition.chosen(), mailLinks);
        var message = message(mail, recipient, "preview." + attached.id, clock.instant(), mailLinks, Optional.empty());
        // Not signed: whoever may look at it could otherwise send it on in our name.
        return new Preview(composition, mail, message.unsigned().bytes());
    }

    /** A mail, and how many of the delivery's papers, the first ones, it had room for. */
    public record Written(QuotedPrintableText message, int papers) {}

    /** On any thread and in no transaction: the same bytes at every attempt, as long as the papers stay as they are. */
    public Written message(LeasedDelivery delivery, Recipient recipient) {
        var note = delivery.papers().isEmpty();
        var web = note ? links.to("/papers") : links.digest(delivery.id(), delivery.createdOn());
        var mailLinks = mailLinks(recipient, web);
        var mail = note
                ? note(delivery, recipient, mailLinks)
                : digest(recipient, delivery.day(), delivery.chosen(), mailLinks);
        var message = message(
                mail,
                recipient,
                messageIdLeft(delivery.id()),
                delivery.plannedAt(),
                mailLinks,
                Optional.of(envelopeSender.header(delivery.id(), delivery.createdOn())));
        return new Written(message.signed(signer), mail.papers());
    }

    private static DigestMail note(LeasedDelivery delivery, Recipient recipient, DigestLinks mailLinks) {
        var why = delivery.reason().equals(NoMailReason.NOTHING_NEW.name()) ? Nothing.NOTHING_NEW : Nothing.NO_MATCH;
        return new EmptyDigestMail(delivery.day(), why, delivery.considered(), recipient.language(), mailLinks).mail();
    }

    private DigestMail digest(Recipient recipient, LocalDate day, SelectedPapers chosen, DigestLinks mailLinks) {
        var style = new Style(recipient.language(), recipient.weekly());
        return digests.mail(day, chosen, recipient.filters(), style, mailLinks);
    }

    private DigestLinks mailLinks(Recipient recipient, String web) {
        return new DigestLinks(web, links.manage(recipient), links.unsubscribe(recipient.id()), links.to("/"));
    }

    private MailMessage message(
            DigestMail mail,
            Recipient recipient,
            String messageIdLeft,
            Instant date,
            DigestLinks mailLinks,
            Optional<String> delivery) {
        var envelope = new DigestMessage.Envelope(
                from,
                recipient.email(),
                messageIdLeft + "@" + from.domain(),
                date,
                new DigestMessage.Unsubscribe(mailLinks.unsubscribe(), envelopeSender.unsubscribeMail(recipient.id())),
                mailLinks.home(),
                delivery);
        return DigestMessage.of(mail, envelope);
    }

    private String messageIdLeft(long delivery) {
        return Long.toString(delivery, Character.MAX_RADIX) + "." + tokens.keyed("message " + delivery);
    }

    /** The same at every attempt: the one key by which a mail that came twice can be told. */
    public String messageId(long delivery) {
        return "<" + messageIdLeft(delivery) + "@" + from.domain() + ">";
    }
}
