package dev.paperround.sending.report;

import static dev.paperround.sending.report.HistoryDay.without;

import dev.paperround.i18n.LocalizedMessage;
import dev.paperround.i18n.Sentence;
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
            return notSent(day, LocalizedMessage.of(Sentence.PAUSED_UNTIL, subscriber.pausedUntil));
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
                    LocalizedMessage.of(Sentence.NOT_YET_DUE, subscriber.sendAt, subscriber.timeZone));
        }
        if (subscriber.confirmedAt != null && subscriber.confirmedAt.isAfter(due)) {
            return notSent(day, LocalizedMessage.of(Sentence.SUBSCRIBED_AFTER));
        }
        if (subscriber.nextDueAt != null && !subscriber.nextDueAt.isAfter(now)) {
            return without(day, Outcome.PENDING, LocalizedMessage.of(Sentence.ABOUT_TO_BE_MADE));
        }
        return notSent(day, LocalizedMessage.of(Sentence.NOTHING_PLANNED));
    }

    private boolean wasNotActiveOn(LocalDate day) {
        var unsubscribed = subscriber.unsubscribedAt;
        return subscriber.state != SubscriberState.ACTIVE
                && (unsubscribed == null || !day.isBefore(subscriber.schedule().localDate(unsubscribed)));
    }

    private LocalizedMessage notTheirDay() {
        return subscriber.frequency == Frequency.WEEKLY
                ? LocalizedMessage.of(Sentence.NOT_THE_WEEKDAY, subscriber.weekday)
                : LocalizedMessage.of(Sentence.THE_WEEKEND);
    }

    private static HistoryDay notSent(LocalDate day, LocalizedMessage reason) {
        return without(day, Outcome.NOT_SENT, reason);
    }
}
