package dev.paperround.transport.transactional;

import dev.paperround.database.Sql;
import dev.paperround.health.Duty;
import dev.paperround.health.DutyHeartbeats;
import dev.paperround.mail.Envelope;
import dev.paperround.mail.MailFrom;
import dev.paperround.subscriber.signup.MailRequest;
import dev.paperround.subscriber.signup.SignUps;
import dev.paperround.subscriber.signup.TransactionalMail;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.RelayTrouble;
import dev.paperround.transport.smtp.SmtpResult;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends single mails. A request stays until its mail is accepted, and its next attempt is scheduled before the current
 * one begins, so after a crash a mail may arrive twice but is not lost.
 */
@ApplicationScoped
public class TransactionalMails {
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    @Inject
    SignUps signUps;

    @Inject
    Relay relay;

    @Inject
    MailFrom from;

    @Inject
    SingleMailWriter writer;

    @Inject
    SingleMailSender sender;

    @Inject
    DutyHeartbeats heartbeats;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    public void sendDue() {
        try {
            var request = claimIfAskable();
            while (request.isPresent()) {
                heartbeats.beat(Duty.SINGLE_MAILS);
                answer(request.get());
                request = claimIfAskable();
            }
        } catch (RelayTrouble e) {
            Log.warnf("No confirmation or link can leave for now. %s", e.getMessage());
        }
    }

    private Optional<Long> claimIfAskable() {
        return relay.askable() ? claim() : Optional.empty();
    }

    private Optional<Long> claim() {
        return QuarkusTransaction.requiringNew().call(() -> MailRequest.claimDue(sql, clock.instant()));
    }

    private void answer(long id) throws RelayTrouble {
        try {
            var request = QuarkusTransaction.requiringNew().call(() -> MailRequest.<MailRequest>findById(id));
            if (request == null) {
                // The request was erased in the meantime.
                return;
            }
            var mail = signUps.answer(request);
            if (mail.isEmpty() || settled(request, sent(mail.get(), request))) {
                forget(request);
            }
        } catch (RuntimeException e) {
            Log.errorf(e, "Mail request %d failed on our side; it is tried again for a day.", id);
            var before = clock.instant().minus(GIVE_UP_AFTER);
            QuarkusTransaction.requiringNew().run(() -> MailRequest.forgetIfBefore(id, before));
        }
    }

    private SmtpResult sent(TransactionalMail mail, MailRequest request) throws RelayTrouble {
        var envelope = new Envelope(from.address, mail.to(), from.address);
        try {
            return relay.refusals().heard(mail.to(), sender.send(writer.write(mail, request), envelope));
        } catch (RelayTrouble e) {
            relay.report(e);
            QuarkusTransaction.requiringNew().run(() -> MailRequest.giveBack(request.id, clock.instant()));
            throw e;
        }
    }

    // A second confirmation is better than none, so a mail with an unknown outcome is sent again.
    private boolean settled(MailRequest request, SmtpResult outcome) {
        var last = request.createdAt.plus(GIVE_UP_AFTER).isBefore(clock.instant());
        return switch (outcome.about()) {
            case ACCEPTED -> true;
            case ADDRESS, SIZE, OTHER -> {
                Log.infof("Mail request %d was refused: %s", request.id, outcome.said());
                yield true;
            }
            case NOT_SENT, WITHHELD, TEMPORARY, RELAY, UNKNOWN, UNSPECIFIC, SENDER, MAIL_FROM, AUTHENTICATION -> {
                Log.warnf(
                        "Mail request %d, attempt %d%s: %s",
                        request.id, request.attempts, last ? " and last" : "", outcome.said());
                yield last;
            }
        };
    }

    private static void forget(MailRequest request) {
        QuarkusTransaction.requiringNew().run(() -> MailRequest.deleteById(request.id));
    }
}
