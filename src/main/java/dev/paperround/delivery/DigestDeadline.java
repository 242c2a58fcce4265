package dev.paperround.delivery;

import java.time.Duration;
import java.time.Instant;

/** Says until when a scheduled digest is still worth sending. */
final class DigestDeadline {
    static final Duration LATEST = Duration.ofHours(6);

    private DigestDeadline() {}

    static Instant of(Instant dueAt) {
        return dueAt.plus(LATEST);
    }

    static boolean hasPassed(Instant dueAt, Instant now) {
        return of(dueAt).isBefore(now);
    }
}
