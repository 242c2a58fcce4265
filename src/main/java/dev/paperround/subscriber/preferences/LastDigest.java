package dev.paperround.subscriber.preferences;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The most recent scheduled digest and its local date. The next digest keeps its distance from it. */
public record LastDigest(Instant dueAt, LocalDate date) {
    private static final Duration APART = Duration.ofHours(12);

    // The zone, hour or frequency may have changed since.
    public boolean allows(Instant due, LocalDate on) {
        return !due.isBefore(dueAt.plus(APART)) && on.isAfter(date);
    }
}
