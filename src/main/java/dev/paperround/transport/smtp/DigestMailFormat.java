package dev.paperround.transport.smtp;

import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.DigestMailFactory;
import dev.paperround.mail.Envelope;
import dev.paperround.mail.EnvelopeSender;
import dev.paperround.mail.MailFrom;
import dev.paperround.mail.dkim.DkimSigner;
import dev.paperround.subscriber.Recipient;
import dev.paperround.subscriber.token.Links;
import dev.paperround.transport.DigestFormat;
import dev.paperround.transport.DueDigest;
import dev.paperround.transport.OutgoingMessage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes digests as signed mails. Every recipient has an address, so this is what all others fall back to. */
@Singleton
public class DigestMailFormat implements DigestFormat {
    @Inject
    DigestMailFactory mails;

    @Inject
    Links links;

    @Inject
    EnvelopeSender envelopeSender;

    @Inject
    MailFrom from;

    @Inject
    DkimSigner signer;

    @Override
    public boolean fits(Recipient recipient) {
        return true;
    }

    @Override
    public Written write(DueDigest digest, Recipient recipient) {
        var head = new DigestMailFactory.Head(
                mails.messageIdLeft(digest.delivery()),
                digest.plannedAt(),
                Optional.of(envelopeSender.header(digest.delivery(), digest.createdOn())));
        var made = digest.nothing().isPresent()
                ? mails.note(
                        recipient,
                        digest.day(),
                        digest.nothing().get(),
                        digest.chosen().considered(),
                        head)
                : mails.digest(
                        recipient,
                        digest.day(),
                        digest.chosen(),
                        links.digest(digest.delivery(), digest.createdOn()),
                        head);
        var text = made.message().signed(signer);
        return new Written(outgoing(text, digest, recipient), made.mail().papers());
    }

    @Override
    public OutgoingMessage repeat(byte[] written, DueDigest digest, Recipient recipient) {
        return outgoing(QuotedPrintableText.ofBytes(written), digest, recipient);
    }

    private OutgoingMail outgoing(QuotedPrintableText text, DueDigest digest, Recipient recipient) {
        var sender = envelopeSender.of(digest.delivery(), digest.createdOn());
        return new OutgoingMail(new Envelope(sender, recipient.email(), from.address), text);
    }
}
