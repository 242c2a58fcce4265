package dev.paperround.subscriber;

import dev.paperround.subscriber.preferences.LastDigest;
import dev.paperround.subscriber.preferences.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

public record DueMember(
        Member member,
        Instant dueAt,
        Schedule schedule,
        LocalDate pausedUntil,
        boolean noteWhenEmpty,
        Optional<LastDigest> last) {
    // The date is the one in the member's time zone.
    public LocalDate date() {
        return schedule.localDate(dueAt);
    }

    public boolean isPaused() {
        return pausedUntil != null && date().isBefore(pausedUntil);
    }

    // An import or a manual change in the database may have set an hour too close to the previous one.
    public boolean isTooSoon() {
        return last.filter(it -> !it.allows(dueAt, date())).isPresent();
    }

    // The next digest must keep its distance from this one.
    LastDigest passed() {
        return isTooSoon() ? last.get() : new LastDigest(dueAt, date());
    }

    public Instant nextAfter(Instant moment) {
        return schedule.nextAfter(moment, Optional.of(passed()));
    }
}
