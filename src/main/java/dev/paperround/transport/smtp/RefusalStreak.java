package dev.paperround.transport.smtp;

import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.transport.CircuitBreaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Detects from the same refusal to several recipients in a row that the relay objects to us and not to them, and pauses
 * the relay. An accepted mail ends the streak.
 */
public final class RefusalStreak {
    static final int SEVERAL = 3;

    private final CircuitBreaker breaker;
    private final Set<String> aboutUs = new HashSet<>();
    private final Map<String, Row> unspecific = new HashMap<>();

    // reopened holds earlier mails, refused for a reason that turns out to be about us.
    record Heard(SmtpResult outcome, List<Runnable> reopened) {}

    // Reopening lets a mail that was refused for good be tried again; refusedAt is the time of a refusal that was
    // reopened, by whichever instance.
    record Attempt(long id, String recipient, Optional<Instant> refusedAt, Runnable reopen) {}

    private static final class Row {
        final Set<String> recipients = new HashSet<>();
        final List<Attempt> mails = new ArrayList<>();
    }

    RefusalStreak(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    // Single mails are never reopened.
    public synchronized SmtpResult heard(String recipient, SmtpResult outcome) {
        switch (outcome.about()) {
            case ACCEPTED -> {
                aboutUs.clear();
                unspecific.clear();
                breaker.taken();
            }
            case WITHHELD -> {}
            case RELAY, NOT_SENT, UNKNOWN -> breaker.failed(outcome.said());
            case MAIL_FROM, AUTHENTICATION -> stop(outcome);
            case SENDER -> {
                if (isOneOfSeveral(aboutUs, recipient)) {
                    stop(outcome);
                } else {
                    breaker.answered();
                }
            }
            case TEMPORARY, ADDRESS, SIZE, OTHER, UNSPECIFIC -> breaker.answered();
        }
        return outcome;
    }

    synchronized Heard heard(Attempt mail, SmtpResult outcome) {
        // If other mails were accepted since, a second refusal concerns this recipient alone.
        var alone = !breaker.isTrying()
                && mail.refusedAt().filter(breaker::hasTakenSince).isPresent();
        if (outcome.about() != ReplyClass.UNSPECIFIC || alone) {
            return new Heard(heard(mail.recipient(), outcome), List.of());
        }
        var row = unspecific.computeIfAbsent(kind(outcome), any -> new Row());
        if (!isOneOfSeveral(row.recipients, mail.recipient())) {
            breaker.answered();
            // A relay that was paused before a restart, or by another instance, is not known to take mail again.
            if (mail.refusedAt().isPresent()) {
                return new Heard(outcome.aboutUs(), List.of());
            }
            row.mails.add(mail);
            return new Heard(outcome, List.of());
        }
        var before = row.mails.stream()
                .filter(it -> it.id() != mail.id())
                .map(Attempt::reopen)
                .toList();
        row.mails.clear();
        stop(outcome);
        return new Heard(outcome.aboutUs(), before);
    }

    private static boolean isOneOfSeveral(Set<String> recipients, String recipient) {
        if (recipients.size() < SEVERAL) {
            recipients.add(recipient);
        }
        return recipients.size() >= SEVERAL;
    }

    // The number of kinds stays small: a three-digit code and the enhanced codes that the relay uses.
    private static String kind(SmtpResult outcome) {
        var status = EnhancedStatus.ofReply(outcome.reply()).filter(it -> it.level() == 5);
        return outcome.code() + " " + status.map(EnhancedStatus::toString).orElse("");
    }

    private void stop(SmtpResult outcome) {
        breaker.refused(Message.of(SendMessages.class, say -> say.relayRefusesUs(outcome.reply())));
    }
}
