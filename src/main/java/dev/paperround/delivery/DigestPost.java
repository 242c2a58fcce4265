package dev.paperround.delivery;

import dev.paperround.digest.Chosen;
import dev.paperround.digest.Composition;
import dev.paperround.digest.Composition.Nothing;
import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.digest.Digest.Style;
import dev.paperround.digest.DigestMail;
import dev.paperround.digest.Digests;
import dev.paperround.digest.Encoded;
import dev.paperround.digest.NothingToday;
import dev.paperround.digest.Windows;
import dev.paperround.dkim.DkimSigner;
import dev.paperround.subscription.Links;
import dev.paperround.subscription.Member;
import dev.paperround.subscription.Recipient;
import dev.paperround.subscription.Subscriber;
import dev.paperround.subscription.Tokens;
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
public class DigestPost {
    @Inject
    Digests digests;

    @Inject
    Windows windows;

    @Inject
    PlanBook planBook;

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
    public record Preview(Composition composition, DigestMail mail, byte[] message) {}

    /** {@code again}: also papers that were received, as a forced send has them. */
    @Transactional
    public Preview preview(Subscriber subscriber, LocalDate day, boolean again) {
        var attached = Subscriber.<Subscriber>findById(subscriber.id);
        var composition = planBook.compose(windows.upTo(day), List.of(Member.of(attached)), again)
                .getOrDefault(attached.id, Composition.UNREADABLE);
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
    record Written(Encoded message, int papers) {}

    /** On any thread and in no transaction: the same bytes at every attempt, as long as the papers stay as they are. */
    Written message(Claimed delivery, Recipient recipient) {
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

    private static DigestMail note(Claimed delivery, Recipient recipient, DigestLinks mailLinks) {
        var why = delivery.reason().equals(Reason.NOTHING_NEW.name()) ? Nothing.NOTHING_NEW : Nothing.NO_MATCH;
        return new NothingToday(delivery.day(), why, delivery.considered(), recipient.language(), mailLinks).mail();
    }

    private DigestMail digest(Recipient recipient, LocalDate day, Chosen chosen, DigestLinks mailLinks) {
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
    String messageId(long delivery) {
        return "<" + messageIdLeft(delivery) + "@" + from.domain() + ">";
    }
}
