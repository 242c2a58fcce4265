package dev.paperround.subscriber;

import dev.paperround.subscriber.preferences.LastDigest;
import dev.paperround.subscriber.preferences.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Somebody whose hour has come. */
public record DueMember(
        Member member,
        Instant dueAt,
        Schedule schedule,
        LocalDate pausedUntil,
        boolean noteWhenEmpty,
        Optional<LastDigest> last) {
    /** Where they are. */
    public LocalDate date() {
        return schedule.localDate(dueAt);
    }

    public boolean isPaused() {
        return pausedUntil != null && date().isBefore(pausedUntil);
    }

    /** An import or a hand in the database may have set an hour that is too close to the one before. */
    public boolean isTooSoon() {
        return last.filter(it -> !it.allows(dueAt, date())).isPresent();
    }

    /** The one that the next is to keep its distance from. */
    LastDigest passed() {
        return isTooSoon() ? last.get() : new LastDigest(dueAt, date());
    }

    public Instant nextAfter(Instant moment) {
        return schedule.nextAfter(moment, Optional.of(passed()));
    }
}
