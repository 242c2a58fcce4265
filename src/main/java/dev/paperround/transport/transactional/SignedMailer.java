package dev.paperround.transport.transactional;

import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.Envelope;
import dev.paperround.mail.MailMessage;
import dev.paperround.mail.dkim.DkimSigner;
import dev.paperround.subscriber.EmailAddress;
import io.quarkus.arc.Unremovable;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.mailer.runtime.Mailers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Signs mails with all our keys on their way to Quarkus Mailer, which itself knows only RSA. A mail with keys is
 * encoded here, because the mailer passes 7-bit text and given headers on as they are.
 */
@Unremovable
@Singleton
class SignedMailer implements ReactiveMailer {
    @Inject
    Mailers mailers;

    @Inject
    OtherScriptsMailer otherScripts;

    @Inject
    DkimSigner signer;

    @Override
    public Uni<Void> send(Mail... mails) {
        return Uni.join()
                .all(Stream.of(mails).map(this::send).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<Void> send(Mail mail) {
        var to = mail.getTo().get(0);
        if (!EmailAddress.isAscii(to)) {
            return otherScripts.send(
                    new Envelope(mail.getFrom(), to, mail.getFrom()),
                    message(mail).signed(signer));
        }
        return mailers.reactiveMailerFromName(Mailers.DEFAULT_MAILER_NAME)
                .send(signer.keys().isEmpty() ? mail : signed(mail));
    }

    // Quarkus Mailer adds an empty Cc header to every mail without one.
    private Mail signed(Mail mail) {
        var message = message(mail);
        var body = message.body();
        var encoded = new Mail().setFrom(mail.getFrom()).setTo(mail.getTo()).setSubject(mail.getSubject());
        Stream.concat(signer.signWithoutCc(message.headers(), body.pieces()).stream(), message.headers().stream())
                .map(header -> header.split(": ", 2))
                .forEach(header -> encoded.addHeader(header[0], header[1]));
        return encoded.setText(new String(body.bytes(), StandardCharsets.US_ASCII).replace("\r\n", "\n"));
    }

    private static MailMessage message(Mail mail) {
        var headers = mail.getHeaders().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .toList();
        return MailMessage.of(
                headers,
                mail.getHeaders().get("Message-ID").get(0),
                QuotedPrintableText.of(mail.getText()),
                QuotedPrintableText.of(mail.getHtml()));
    }
}
