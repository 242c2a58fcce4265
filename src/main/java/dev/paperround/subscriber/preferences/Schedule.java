package dev.paperround.subscriber.preferences;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Computes when a digest is due, which is at most once per local date. */
public record Schedule(Frequency frequency, DayOfWeek weekday, LocalTime sendAt, ZoneId zone) {

    // The result is also on a later local date than the given moment.
    public Instant nextAfter(Instant moment) {
        return nextAfter(moment, Optional.empty());
    }

    // The result keeps its distance from the last digest.
    public Instant nextAfter(Instant moment, Optional<LastDigest> last) {
        var date = moment.atZone(zone).toLocalDate();
        while (true) {
            var due = dueOn(date);
            if (includes(date) && due.isAfter(moment) && allowed(last, due)) {
                return due;
            }
            date = date.plusDays(1);
        }
    }

    private boolean allowed(Optional<LastDigest> last, Instant due) {
        return last.isEmpty() || last.get().allows(due, localDate(due));
    }

    // A local time that does not exist moves forward by the gap. One that occurs twice means the first.
    public Instant dueOn(LocalDate date) {
        return date.atTime(sendAt).atZone(zone).toInstant();
    }

    public boolean includes(LocalDate date) {
        return frequency.includes(date, weekday);
    }

    public LocalDate localDate(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
