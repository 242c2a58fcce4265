package dev.paperround.delivery;

import java.time.Duration;
import java.time.Instant;

/** A relay that cannot be used is left alone for a while, longer each time, and never long. */
final class RelayPause {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Duration next = Duration.ofSeconds(1);
    private Instant until = Instant.MIN;

    synchronized boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    synchronized void begin(Instant now) {
        if (isOver(now)) {
            until = now.plus(next);
            next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        }
    }

    synchronized void end() {
        next = Duration.ofSeconds(1);
        until = Instant.MIN;
    }
}
