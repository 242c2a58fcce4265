package dev.paperround.delivery;

import static dev.paperround.delivery.HistoryDay.without;

import dev.paperround.delivery.HistoryDay.Outcome;
import dev.paperround.subscription.Frequency;
import dev.paperround.subscription.Subscriber;
import dev.paperround.subscription.SubscriberState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Why the ledger has nothing of somebody's day: as far as their settings of now can tell. */
record QuietDay(Subscriber subscriber, Instant now) {
    HistoryDay told(LocalDate day) {
        var due = subscriber.schedule().dueOn(day);
        if (wasNotActiveOn(day)) {
            return notSent(day, Reason.notActive(subscriber.state).sentence);
        }
        if (!subscriber.schedule().includes(day)) {
            return notSent(day, notTheirDay());
        }
        if (subscriber.isPausedOn(day) && due.isAfter(now)) {
            return notSent(day, "Paused until " + subscriber.pausedUntil + ".");
        }
        if (due.isAfter(now)) {
            var hour = subscriber.sendAt + " (" + subscriber.timeZone + ")";
            return without(day, Outcome.PENDING, "Not yet due: the hour is " + hour + ".");
        }
        if (subscriber.confirmedAt != null && subscriber.confirmedAt.isAfter(due)) {
            return notSent(day, "Subscribed after the hour of this day.");
        }
        if (subscriber.nextDueAt != null && !subscriber.nextDueAt.isAfter(now)) {
            return without(day, Outcome.PENDING, "Due, and about to be put together.");
        }
        return notSent(
                day, "Nothing was planned: the service was down at the hour, or the settings were others at the time.");
    }

    private boolean wasNotActiveOn(LocalDate day) {
        var unsubscribed = subscriber.unsubscribedAt;
        return subscriber.state != SubscriberState.ACTIVE
                && (unsubscribed == null || !day.isBefore(subscriber.schedule().localDate(unsubscribed)));
    }

    private String notTheirDay() {
        return subscriber.frequency == Frequency.WEEKLY
                ? "Not the day: the digest comes on "
                        + subscriber.weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s."
                : "The weekend: digests come from Monday to Friday.";
    }

    private static HistoryDay notSent(LocalDate day, String reason) {
        return without(day, Outcome.NOT_SENT, reason);
    }
}
