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

    // There is no mail if the composition gives a reason for sending none.
    public record Preview(Selection composition, DigestMail mail, byte[] message) {}

    // With again, papers that were already received are included, as in a forced send.
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
        // Unsigned, because anyone who may see the preview could otherwise send it on in our name.
        return new Preview(composition, mail, message.unsigned().bytes());
    }

    // The mail had room for this many of the delivery's papers, counted from the first.
    public record Written(QuotedPrintableText message, int papers) {}

    // Safe on any thread and outside a transaction. Every attempt gets the same bytes while the papers are unchanged.
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

    // Identical at every attempt, because it is the only way to recognise a duplicate mail.
    public String messageId(long delivery) {
        return "<" + messageIdLeft(delivery) + "@" + from.domain() + ">";
    }
}
