package dev.paperround.delivery;

import dev.paperround.subscription.Letter;
import dev.paperround.subscription.MailRequest;
import dev.paperround.subscription.SignUps;
import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Single mails: confirmation and fresh link. A request stays until its mail was accepted, and its next attempt is set
 * before this one begins; so after a crash such a mail may come twice, and never not at all.
 */
@ApplicationScoped
public class Letters {
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    @CheckedTemplate(basePath = "Letters")
    static class Templates {
        static native TemplateInstance confirm(String link);

        static native TemplateInstance confirmText(String link);

        static native TemplateInstance link(String link, boolean alreadySubscribed);

        static native TemplateInstance linkText(String link, boolean alreadySubscribed);
    }

    @Inject
    SignUps signUps;

    @Inject
    Mailer mailer;

    @Inject
    Clock clock;

    public void sendDue() {
        var request = claim();
        while (request.isPresent()) {
            answer(request.get());
            request = claim();
        }
    }

    private Optional<MailRequest> claim() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var due = MailRequest.nextDue(clock.instant());
            due.ifPresent(request -> {
                request.nextAttemptAt =
                        clock.instant().plus(FIRST_RETRY.multipliedBy(1L << Math.min(request.attempts, 9)));
                request.attempts++;
            });
            return due;
        });
    }

    private void answer(MailRequest request) {
        try {
            signUps.answer(request).map(Letters::mail).ifPresent(mailer::send);
            forget(request);
        } catch (RuntimeException e) {
            var giveUp = request.createdAt.plus(GIVE_UP_AFTER).isBefore(clock.instant());
            Log.warnf(
                    "Mail request %d failed, attempt %d%s: %s",
                    request.id, request.attempts, giveUp ? " and last" : "", e.toString());
            if (giveUp) {
                forget(request);
            }
        }
    }

    private static void forget(MailRequest request) {
        QuarkusTransaction.requiringNew().run(() -> MailRequest.deleteById(request.id));
    }

    private static Mail mail(Letter letter) {
        var link = letter.link();
        var already = letter.kind() == Letter.Kind.ALREADY_SUBSCRIBED;
        var mail =
                switch (letter.kind()) {
                    case CONFIRM ->
                        Mail.withHtml(
                                        letter.to(),
                                        "Confirm your Paper Round subscription",
                                        Templates.confirm(link).render())
                                .setText(Templates.confirmText(link).render());
                    case ALREADY_SUBSCRIBED, FRESH_LINK ->
                        Mail.withHtml(
                                        letter.to(),
                                        "Your Paper Round preferences",
                                        Templates.link(link, already).render())
                                .setText(Templates.linkText(link, already).render());
                };
        return mail.addHeader("Auto-Submitted", "auto-generated");
    }
}
