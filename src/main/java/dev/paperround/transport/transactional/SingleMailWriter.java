package dev.paperround.transport.transactional;

import dev.paperround.i18n.MailMessages;
import dev.paperround.i18n.Message;
import dev.paperround.mail.HeaderText;
import dev.paperround.mail.MailFrom;
import dev.paperround.mail.MailMessage;
import dev.paperround.subscriber.signup.MailRequest;
import dev.paperround.subscriber.signup.TransactionalMail;
import dev.paperround.subscriber.token.Links;
import dev.paperround.subscriber.token.Tokens;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Writes single mails in the language of their readers. The same request always gives the same headers. */
@Singleton
class SingleMailWriter {
    @CheckedTemplate(basePath = "TransactionalMails")
    static class Templates {
        static native MailTemplateInstance confirm(String link, String privacy);

        static native MailTemplateInstance link(String link, boolean alreadySubscribed, String privacy);

        static native MailTemplateInstance goodbye(String link, String privacy);
    }

    @Inject
    MailFrom from;

    @Inject
    Links links;

    @Inject
    Tokens tokens;

    MailTemplateInstance write(TransactionalMail mail, MailRequest request) {
        return template(mail)
                .mail(addressed(mail, request))
                .setAttribute(TemplateInstance.LOCALE, mail.language().words());
    }

    private MailTemplateInstance template(TransactionalMail mail) {
        var link = mail.link();
        var privacy = links.to("/privacy");
        return switch (mail.kind()) {
            case CONFIRM -> Templates.confirm(link, privacy);
            case ALREADY_SUBSCRIBED -> Templates.link(link, true, privacy);
            case FRESH_LINK -> Templates.link(link, false, privacy);
            case GOODBYE -> Templates.goodbye(link, privacy);
        };
    }

    // The mailer would fold long headers without a carriage return, which some relays refuse, and write a sender's name
    // as a comment, so it gets every header in its final form.
    private Mail addressed(TransactionalMail mail, MailRequest request) {
        var subject = subject(mail.kind()).in(mail.language());
        return new Mail()
                .setFrom(from.address)
                .addTo(mail.to())
                .setSubject(subject)
                .addHeader("Message-ID", "<" + messageId(request) + ">")
                .addHeader("Date", MailMessage.date(request.createdAt))
                .addHeader("From", from.header())
                .addHeader("To", mail.to())
                .addHeader("Subject", HeaderText.encode(subject))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private static Message subject(TransactionalMail.Kind kind) {
        return switch (kind) {
            case CONFIRM -> Message.of(MailMessages.class, say -> say.confirmSubject());
            case ALREADY_SUBSCRIBED, FRESH_LINK -> Message.of(MailMessages.class, say -> say.preferencesSubject());
            case GOODBYE -> Message.of(MailMessages.class, say -> say.goodbyeSubject());
        };
    }

    private String messageId(MailRequest request) {
        return "r" + Long.toString(request.id, Character.MAX_RADIX) + "." + tokens.keyed("request " + request.id) + "@"
                + from.domain();
    }
}
