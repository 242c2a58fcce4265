package dev.paperround.sending;

import java.time.Duration;
import java.time.Instant;

public final class DigestDeadline {
    public static final Duration LATEST = Duration.ofHours(6);

    private DigestDeadline() {}

    public static Instant of(Instant dueAt) {
        return dueAt.plus(LATEST);
    }

    public static boolean hasPassed(Instant dueAt, Instant now) {
        return of(dueAt).isBefore(now);
    }
}
