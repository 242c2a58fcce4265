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

/** Hands one mail at a time to Quarkus Mailer and waits for what the relay says. */
@Singleton
class SingleMailSender {
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
                    .atMost(settings.replyTimeout());
            return SmtpResult.replied(250, "250 accepted", SmtpPhase.DOT, envelope);
        } catch (RuntimeException e) {
            return new MailClientFailures(relay).judge(e, envelope);
        }
    }
}
