package dev.paperround.delivery;

import static dev.paperround.delivery.HistoryDay.without;

import dev.paperround.delivery.HistoryDay.Outcome;
import dev.paperround.language.Said;
import dev.paperround.language.Sentence;
import dev.paperround.subscription.Frequency;
import dev.paperround.subscription.Subscriber;
import dev.paperround.subscription.SubscriberState;
import java.time.Instant;
import java.time.LocalDate;

/** Why the ledger has nothing of somebody's day: as far as their settings of now can tell. */
record QuietDay(Subscriber subscriber, Instant now) {
    HistoryDay told(LocalDate day) {
        var due = subscriber.schedule().dueOn(day);
        if (wasNotActiveOn(day)) {
            return notSent(day, Reason.notActive(subscriber.state).said());
        }
        if (!subscriber.schedule().includes(day)) {
            return notSent(day, notTheirDay());
        }
        if (subscriber.isPausedOn(day) && due.isAfter(now)) {
            return notSent(day, Said.of(Sentence.PAUSED_UNTIL, subscriber.pausedUntil));
        }
        if (subscriber
                .lastDigest()
                .filter(it -> due.isAfter(it.dueAt()) && !it.allows(due, day))
                .isPresent()) {
            return notSent(day, Reason.TOO_SOON.said());
        }
        if (due.isAfter(now)) {
            return without(day, Outcome.PENDING, Said.of(Sentence.NOT_YET_DUE, subscriber.sendAt, subscriber.timeZone));
        }
        if (subscriber.confirmedAt != null && subscriber.confirmedAt.isAfter(due)) {
            return notSent(day, Said.of(Sentence.SUBSCRIBED_AFTER));
        }
        if (subscriber.nextDueAt != null && !subscriber.nextDueAt.isAfter(now)) {
            return without(day, Outcome.PENDING, Said.of(Sentence.ABOUT_TO_BE_MADE));
        }
        return notSent(day, Said.of(Sentence.NOTHING_PLANNED));
    }

    private boolean wasNotActiveOn(LocalDate day) {
        var unsubscribed = subscriber.unsubscribedAt;
        return subscriber.state != SubscriberState.ACTIVE
                && (unsubscribed == null || !day.isBefore(subscriber.schedule().localDate(unsubscribed)));
    }

    private Said notTheirDay() {
        return subscriber.frequency == Frequency.WEEKLY
                ? Said.of(Sentence.NOT_THE_WEEKDAY, subscriber.weekday)
                : Said.of(Sentence.THE_WEEKEND);
    }

    private static HistoryDay notSent(LocalDate day, Said reason) {
        return without(day, Outcome.NOT_SENT, reason);
    }
}
