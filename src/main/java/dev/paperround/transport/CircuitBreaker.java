package dev.paperround.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reduces the connections to a failing relay, then pauses it for increasing periods, each ended by one trial
 * connection. A relay that refuses us is paused for longer, until it accepts a mail.
 */
public final class CircuitBreaker {
    public static final Duration LONGEST_REFUSED = Duration.ofHours(1);

    private static final int MOST_FAILURES = 5;
    private static final int MAILS_FOR_ONE_MORE = 20;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Clock clock;
    private final int connections;
    private final Duration retryAfter;
    private int failures;
    private int limit;
    private int accepted;
    private Duration next = SHORTEST;
    private Duration nextRefused;
    private boolean refused;
    private Instant until;
    private String trouble;

    /** Creates a breaker; {@code retryAfter} is the first pause after a relay refuses us. */
    public CircuitBreaker(Clock clock, int connections, Duration retryAfter) {
        this.clock = clock;
        this.connections = connections;
        this.limit = connections;
        this.retryAfter = retryAfter;
        this.nextRefused = retryAfter;
    }

    /** Returns the number of connections that may be used now; 0 during a pause. */
    public synchronized int allowed() {
        if (until == null) {
            return limit;
        }
        var now = clock.instant();
        // A clock that was set back must not pause the relay for years.
        var longest = refused ? longest(LONGEST_REFUSED, retryAfter) : LONGEST;
        var over = !now.isBefore(until) || until.isAfter(now.plus(longest.multipliedBy(2)));
        return over ? 1 : 0;
    }

    public synchronized void tryNow() {
        if (until != null) {
            until = clock.instant();
        }
    }

    // True until the first mail is answered or, if the relay refused us, accepted.
    public synchronized boolean isTrying() {
        return until != null;
    }

    public synchronized Optional<String> trouble() {
        return until == null ? Optional.empty() : Optional.ofNullable(trouble);
    }

    public synchronized void taken() {
        refused = false;
        nextRefused = retryAfter;
        answered();
        if (limit < connections && ++accepted >= MAILS_FOR_ONE_MORE) {
            accepted = 0;
            limit++;
        }
    }

    // The relay responded, if only to reject a single mail.
    public synchronized void answered() {
        failures = 0;
        if (refused) {
            return;
        }
        trouble = null;
        if (until != null) {
            until = null;
            next = SHORTEST;
        }
    }

    public synchronized void failed(String what) {
        trouble = what;
        failures++;
        limit = Math.max(1, limit / 2);
        if (failures >= MOST_FAILURES || until != null) {
            open();
        }
    }

    public synchronized void unreachable(String what) {
        trouble = what;
        failures++;
        limit = Math.max(1, limit / 2);
        open();
    }

    public synchronized void refused(String what) {
        trouble = what;
        if (!refused || allowed() > 0) {
            refused = true;
            until = clock.instant().plus(nextRefused);
            nextRefused = shortest(nextRefused.multipliedBy(2), longest(LONGEST_REFUSED, retryAfter));
        }
    }

    private void open() {
        if (until == null || allowed() > 0) {
            until = clock.instant().plus(next);
            next = shortest(next.multipliedBy(2), LONGEST);
        }
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
