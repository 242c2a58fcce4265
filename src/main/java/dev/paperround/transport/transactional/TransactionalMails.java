package dev.paperround.transport.transactional;

import dev.paperround.database.Sql;
import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.health.Duty;
import dev.paperround.health.DutyHeartbeats;
import dev.paperround.i18n.Sentence;
import dev.paperround.mail.Envelope;
import dev.paperround.mail.HeaderText;
import dev.paperround.mail.MailFrom;
import dev.paperround.mail.MailMessage;
import dev.paperround.mail.dkim.DkimSigner;
import dev.paperround.subscriber.signup.MailRequest;
import dev.paperround.subscriber.signup.SignUps;
import dev.paperround.subscriber.signup.TransactionalMail;
import dev.paperround.subscriber.token.Links;
import dev.paperround.subscriber.token.Tokens;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.RelayTrouble;
import dev.paperround.transport.smtp.SmtpConnection;
import dev.paperround.transport.smtp.SmtpResult;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends single mails. A request stays until its mail is accepted, and its next attempt is scheduled before the current
 * one begins, so after a crash a mail may arrive twice but is not lost.
 */
@ApplicationScoped
public class TransactionalMails {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    @CheckedTemplate(basePath = "Letters")
    static class Templates {
        static native TemplateInstance confirm(String link, String privacy);

        static native TemplateInstance confirmText(String link, String privacy);

        static native TemplateInstance link(String link, boolean alreadySubscribed, String privacy);

        static native TemplateInstance linkText(String link, boolean alreadySubscribed, String privacy);

        static native TemplateInstance goodbye(String link, String privacy);

        static native TemplateInstance goodbyeText(String link, String privacy);
    }

    private record Content(String subject, String text, String html) {}

    @Inject
    SignUps signUps;

    @Inject
    Relay relay;

    @Inject
    MailFrom from;

    @Inject
    Links links;

    @Inject
    Tokens tokens;

    @Inject
    DkimSigner signer;

    @Inject
    DutyHeartbeats heartbeats;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    public void sendDue() {
        try {
            while (relay.askable() && anyDue()) {
                sendOverOneConnection();
            }
        } catch (RelayTrouble e) {
            Log.warnf("No confirmation or link can leave for now. %s", e.getMessage());
        }
    }

    private boolean anyDue() {
        return QuarkusTransaction.requiringNew().call(() -> MailRequest.anyDue(clock.instant()));
    }

    // Claiming a request postpones it, so a connection that closes early does not cause an endless loop.
    private void sendOverOneConnection() throws RelayTrouble {
        try (var connection = relay.connect()) {
            var request = claim();
            while (request.isPresent()) {
                heartbeats.beat(Duty.SINGLE_MAILS);
                answer(request.get(), connection);
                request = connection.usable() && relay.askable() ? claim() : Optional.empty();
            }
        }
    }

    private Optional<Long> claim() {
        return QuarkusTransaction.requiringNew().call(() -> MailRequest.claimDue(sql, clock.instant()));
    }

    private void answer(long id, SmtpConnection connection) {
        try {
            var request = QuarkusTransaction.requiringNew().call(() -> MailRequest.<MailRequest>findById(id));
            if (request == null) {
                // The request was erased in the meantime.
                return;
            }
            var outcome = signUps.answer(request).map(letter -> sent(letter, request, connection));
            if (outcome.isEmpty() || settled(request, outcome.get())) {
                forget(request);
            }
        } catch (RuntimeException e) {
            Log.errorf(e, "Mail request %d failed on our side; it is tried again for a day.", id);
            var before = clock.instant().minus(GIVE_UP_AFTER);
            QuarkusTransaction.requiringNew().run(() -> MailRequest.forgetIfBefore(id, before));
        }
    }

    private SmtpResult sent(TransactionalMail letter, MailRequest request, SmtpConnection connection) {
        var envelope = new Envelope(from.address, letter.to(), from.address);
        return relay.refusals().heard(letter.to(), connection.send(envelope, message(letter, request)));
    }

    // A second confirmation is better than none, so a mail with an unknown outcome is sent again.
    private boolean settled(MailRequest request, SmtpResult outcome) {
        var last = request.createdAt.plus(GIVE_UP_AFTER).isBefore(clock.instant());
        return switch (outcome.about()) {
            case ACCEPTED -> true;
            case ADDRESS, SIZE, OTHER -> {
                Log.infof("Mail request %d was refused: %s", request.id, outcome.reply());
                yield true;
            }
            case NOT_SENT, WITHHELD -> {
                sendSoon(request);
                yield last;
            }
            case TEMPORARY, RELAY, UNKNOWN, UNSPECIFIC, SENDER, MAIL_FROM, AUTHENTICATION -> {
                Log.warnf(
                        "Mail request %d, attempt %d%s: %s",
                        request.id, request.attempts, last ? " and last" : "", outcome.reply());
                yield last;
            }
        };
    }

    // Relays may close a connection at any time, so this does not count as a refusal.
    private void sendSoon(MailRequest request) {
        QuarkusTransaction.requiringNew()
                .run(() -> MailRequest.update(
                        "nextAttemptAt = ?1 where id = ?2", clock.instant().plus(SOON), request.id));
    }

    private static void forget(MailRequest request) {
        QuarkusTransaction.requiringNew().run(() -> MailRequest.deleteById(request.id));
    }

    private QuotedPrintableText message(TransactionalMail letter, MailRequest request) {
        var content = content(letter);
        var messageId = "r" + Long.toString(request.id, Character.MAX_RADIX) + "."
                + tokens.keyed("request " + request.id) + "@" + from.domain();
        var headers = List.of(
                "Message-ID: <" + messageId + ">",
                "Date: " + MailMessage.date(request.createdAt),
                "From: " + from.header(),
                "To: " + letter.to(),
                "Subject: " + HeaderText.encode(content.subject()),
                "Auto-Submitted: auto-generated");
        return MailMessage.of(
                        headers,
                        messageId,
                        QuotedPrintableText.of(content.text()),
                        QuotedPrintableText.of(content.html()))
                .signed(signer);
    }

    private Content content(TransactionalMail letter) {
        var link = letter.link();
        var privacy = links.to("/privacy");
        var already = letter.kind() == TransactionalMail.Kind.ALREADY_SUBSCRIBED;
        return switch (letter.kind()) {
            case CONFIRM ->
                content(
                        letter,
                        Sentence.CONFIRM_SUBJECT,
                        Templates.confirmText(link, privacy),
                        Templates.confirm(link, privacy));
            case ALREADY_SUBSCRIBED, FRESH_LINK ->
                content(
                        letter,
                        Sentence.PREFERENCES_SUBJECT,
                        Templates.linkText(link, already, privacy),
                        Templates.link(link, already, privacy));
            case GOODBYE ->
                content(
                        letter,
                        Sentence.GOODBYE_SUBJECT,
                        Templates.goodbyeText(link, privacy),
                        Templates.goodbye(link, privacy));
        };
    }

    private static Content content(
            TransactionalMail letter, Sentence subject, TemplateInstance text, TemplateInstance html) {
        var language = letter.language();
        return new Content(
                subject.in(language),
                text.setLocale(language.words()).render(),
                html.setLocale(language.words()).render());
    }
}
