package dev.paperround.transport.transactional;

import dev.paperround.mail.Envelope;
import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.smtp.MailClientFailures;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.RelayTrouble;
import dev.paperround.transport.smtp.SmtpPhase;
import dev.paperround.transport.smtp.SmtpResult;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Hands one mail at a time to Quarkus Mailer and waits for what the relay says. */
@Singleton
class SingleMailSender {
    // A relay that vanishes while it takes the mail goes unnoticed by Vert.x, and all other mails wait for this one.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Vertx vertx;

    @Inject
    Relay relay;

    @Inject
    DeliverySettings settings;

    SmtpResult send(MailTemplateInstance mail, Envelope envelope) throws RelayTrouble {
        try {
            // Vert.x loses a greeting that arrives before it listens, unless the mail begins on the event loop of its
            // connection. Begun on other threads, up to one mail in twenty never left.
            var loop = vertx.getOrCreateContext();
            mail.send()
                    .runSubscriptionOn(work -> loop.runOnContext(nothing -> work.run()))
                    .await()
                    .atMost(shorter(settings.replyTimeout(), PATIENCE));
            return SmtpResult.replied(250, "250 accepted", SmtpPhase.DOT, envelope);
        } catch (RuntimeException e) {
            return new MailClientFailures(relay).judge(e, envelope);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
