package dev.paperround.transport.smtp;

import dev.paperround.i18n.OperatorSentence;
import dev.paperround.transport.CircuitBreaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells from what a relay said to several recipients in a row whether it speaks of them or of us, and stops it in the latter
 * case. A mail that it takes in between ends the row.
 */
public final class RefusalStreak {
    static final int SEVERAL = 3;

    private final CircuitBreaker breaker;
    private final Set<String> aboutUs = new HashSet<>();
    private final Map<String, Row> unspecific = new HashMap<>();

    /** {@code reopened}: mails refused before this one, for what turns out to be about us. */
    public record Heard(SmtpResult outcome, List<Refused> reopened) {}

    public record Refused(Sent mail, SmtpResult outcome) {}

    /** A mail that may have to be sent once more. */
    public interface Sent {
        long id();

        String recipient();

        boolean isRetry();
    }

    /** Who heard the same, and their mails until it is clear what it is about. */
    private static final class Row {
        final Set<String> recipients = new HashSet<>();
        final List<Refused> mails = new ArrayList<>();
    }

    RefusalStreak(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    /** Of a single mail, which is not to be reopened. */
    public synchronized SmtpResult heard(String recipient, SmtpResult outcome) {
        switch (outcome.about()) {
            case ACCEPTED -> {
                aboutUs.clear();
                unspecific.clear();
                breaker.taken();
            }
            case WITHHELD -> {}
            case RELAY, NOT_SENT, UNKNOWN -> breaker.failed(outcome.reply());
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

    public synchronized Heard heard(Sent mail, SmtpResult outcome) {
        // Once others were taken after it, a second refusal is this recipient's own affair.
        var again = mail.isRetry() && !breaker.isTrying();
        if (outcome.about() != ReplyClass.UNSPECIFIC || again) {
            return new Heard(heard(mail.recipient(), outcome), List.of());
        }
        var row = unspecific.computeIfAbsent(kind(outcome), any -> new Row());
        if (!isOneOfSeveral(row.recipients, mail.recipient())) {
            row.mails.add(new Refused(mail, outcome));
            breaker.answered();
            return new Heard(outcome, List.of());
        }
        var before =
                row.mails.stream().filter(it -> it.mail().id() != mail.id()).toList();
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

    /** There are few: three digits and the enhanced codes that a relay knows. */
    private static String kind(SmtpResult outcome) {
        var status = EnhancedStatus.ofReply(outcome.reply()).filter(it -> it.level() == 5);
        return outcome.code() + " " + status.map(EnhancedStatus::toString).orElse("");
    }

    private void stop(SmtpResult outcome) {
        breaker.refused(OperatorSentence.RELAY_REFUSES_US.toPrograms(outcome.reply()));
    }
}
