package dev.paperround.subscription;

import java.time.Instant;
import java.time.LocalDate;

/** Somebody whose hour has come. */
public record DueMember(Member member, Instant dueAt, Schedule schedule, LocalDate pausedUntil, boolean noteWhenEmpty) {
    /** Where they are. */
    public LocalDate date() {
        return schedule.localDate(dueAt);
    }

    public boolean isPaused() {
        return pausedUntil != null && date().isBefore(pausedUntil);
    }
}
