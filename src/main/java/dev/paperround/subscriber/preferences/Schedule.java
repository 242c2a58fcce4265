package dev.paperround.subscriber.preferences;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** When a subscriber's digest is due: at most once per local date. */
public record Schedule(Frequency frequency, DayOfWeek weekday, LocalTime sendAt, ZoneId zone) {

    /** The first due moment that is after {@code moment} and on a later local date than {@code moment} fell due on. */
    public Instant nextAfter(Instant moment) {
        return nextAfter(moment, Optional.empty());
    }

    /** {@code last}: from which the next one keeps its distance. */
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

    /** A local time that does not exist moves forward by the gap; one that comes twice means the first. */
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
