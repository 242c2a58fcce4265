package dev.paperround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A relay in trouble is left alone for a while, longer each time; then one connection tries. Before that it gets fewer
 * connections, and more again as it takes mails.
 */
final class Breaker {
    private static final int MOST_FAILURES = 5;
    private static final int MAILS_FOR_ONE_MORE = 20;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Clock clock;
    private final int connections;
    private int failures;
    private int limit;
    private int accepted;
    private Duration next = SHORTEST;
    private Instant until;
    private String trouble;

    Breaker(Clock clock, int connections) {
        this.clock = clock;
        this.connections = connections;
        this.limit = connections;
    }

    /** How many connections may be used now; none while the relay is left alone. */
    synchronized int allowed() {
        if (until == null) {
            return limit;
        }
        var now = clock.instant();
        // A clock that was set back must not leave the relay alone for years.
        var over = !now.isBefore(until) || until.isAfter(now.plus(LONGEST.multipliedBy(2)));
        return over ? 1 : 0;
    }

    /** Worth a try at once: somebody has mended what was wrong, or thinks so. */
    synchronized void tryNow() {
        if (until != null) {
            until = clock.instant();
        }
    }

    /** After trouble, until the first mail was answered. */
    synchronized boolean isTrying() {
        return until != null;
    }

    synchronized Optional<String> trouble() {
        return until == null ? Optional.empty() : Optional.ofNullable(trouble);
    }

    synchronized void answered() {
        failures = 0;
        trouble = null;
        if (until != null) {
            until = null;
            next = SHORTEST;
        }
        if (limit < connections && ++accepted >= MAILS_FOR_ONE_MORE) {
            accepted = 0;
            limit++;
        }
    }

    synchronized void failed(String what) {
        trouble = what;
        failures++;
        limit = Math.max(1, limit / 2);
        if (failures >= MOST_FAILURES || until != null) {
            open();
        }
    }

    /** Nothing can be tried at all. */
    synchronized void unreachable(String what) {
        trouble = what;
        failures++;
        limit = Math.max(1, limit / 2);
        open();
    }

    private void open() {
        if (until == null || allowed() > 0) {
            until = clock.instant().plus(next);
            next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        }
    }
}
