package dev.paperround.subscriber.preferences;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The scheduled digest that fell due last, and the local date it was for. The next one keeps its distance from it. */
public record LastDigest(Instant dueAt, LocalDate date) {
    private static final Duration APART = Duration.ofHours(12);

    /** Whether the next one may fall due then, though zone, hour or frequency have changed since. */
    public boolean allows(Instant due, LocalDate on) {
        return !due.isBefore(dueAt.plus(APART)) && on.isAfter(date);
    }
}
