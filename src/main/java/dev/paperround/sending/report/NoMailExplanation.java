package dev.paperround.sending.report;

import static dev.paperround.sending.report.HistoryDay.without;

import dev.paperround.i18n.MailMessages;
import dev.paperround.i18n.Message;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.report.HistoryDay.Outcome;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.preferences.Frequency;
import java.time.Instant;
import java.time.LocalDate;

/** Explains a day without a ledger entry, as far as the subscriber's current settings can tell. */
record NoMailExplanation(Subscriber subscriber, Instant now) {
    HistoryDay told(LocalDate day) {
        var due = subscriber.schedule().dueOn(day);
        if (wasNotActiveOn(day)) {
            return notSent(day, NoMailReason.notActive(subscriber.state).said());
        }
        if (!subscriber.schedule().includes(day)) {
            return notSent(day, notTheirDay());
        }
        if (subscriber.isPausedOn(day) && due.isAfter(now)) {
            return notSent(day, Message.of(MailMessages.class, say -> say.pausedUntil(subscriber.pausedUntil)));
        }
        if (subscriber
                .lastDigest()
                .filter(it -> due.isAfter(it.dueAt()) && !it.allows(due, day))
                .isPresent()) {
            return notSent(day, NoMailReason.TOO_SOON.said());
        }
        if (due.isAfter(now)) {
            return without(
                    day,
                    Outcome.PENDING,
                    Message.of(MailMessages.class, say -> say.notYetDue(subscriber.sendAt, subscriber.timeZone)));
        }
        if (subscriber.confirmedAt != null && subscriber.confirmedAt.isAfter(due)) {
            return notSent(day, Message.of(MailMessages.class, say -> say.subscribedAfter()));
        }
        if (subscriber.nextDueAt != null && !subscriber.nextDueAt.isAfter(now)) {
            return without(day, Outcome.PENDING, Message.of(MailMessages.class, say -> say.aboutToBeMade()));
        }
        return notSent(day, Message.of(MailMessages.class, say -> say.nothingPlanned()));
    }

    private boolean wasNotActiveOn(LocalDate day) {
        var unsubscribed = subscriber.unsubscribedAt;
        return subscriber.state != SubscriberState.ACTIVE
                && (unsubscribed == null || !day.isBefore(subscriber.schedule().localDate(unsubscribed)));
    }

    private Message notTheirDay() {
        return subscriber.frequency == Frequency.WEEKLY
                ? Message.of(MailMessages.class, say -> say.notTheWeekday(subscriber.weekday))
                : Message.of(MailMessages.class, say -> say.theWeekend());
    }

    private static HistoryDay notSent(LocalDate day, Message reason) {
        return without(day, Outcome.NOT_SENT, reason);
    }
}
