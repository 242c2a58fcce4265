package dev.paperround.transport;

import dev.paperround.health.Backoff;
import dev.paperround.i18n.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reduces the connections to a failing relay, then pauses it for increasing periods, each ended by one trial
 * connection. A relay that refuses us is paused for longer, until it accepts a mail.
 */
public final class CircuitBreaker {
    private static final int MOST_FAILURES = 5;
    private static final int MAILS_FOR_ONE_MORE = 20;
    private static final Backoff AFTER_FAILURES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));
    private static final Duration LONGEST_REFUSED = Duration.ofHours(1);

    private final Clock clock;
    private final int connections;
    private final Backoff afterRefusals;
    private int failures;
    private int limit;
    private int accepted;
    private int pauses;
    private int refusals;
    private boolean refused;
    private Instant until;
    private Instant lastTaken = Instant.MIN;
    private Message trouble;

    /** Creates a breaker; {@code retryAfter} is the first pause after a relay refuses us. */
    public CircuitBreaker(Clock clock, int connections, Duration retryAfter) {
        this.clock = clock;
        this.connections = connections;
        this.limit = connections;
        this.afterRefusals = afterRefusals(retryAfter);
    }

    // A relay that refuses us is probed again by the end of this wait in any case.
    public static Backoff afterRefusals(Duration retryAfter) {
        return new Backoff(retryAfter, LONGEST_REFUSED);
    }

    /** Returns the number of connections that may be used now; 0 during a pause. */
    public synchronized int allowed() {
        if (until == null) {
            return limit;
        }
        var now = clock.instant();
        // A clock that was set back must not pause the relay for years.
        var longest = (refused ? afterRefusals : AFTER_FAILURES).longest();
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

    public synchronized boolean hasTakenSince(Instant then) {
        return lastTaken.isAfter(then);
    }

    public synchronized Optional<Message> trouble() {
        return until == null ? Optional.empty() : Optional.ofNullable(trouble);
    }

    public synchronized void taken() {
        lastTaken = clock.instant();
        refused = false;
        refusals = 0;
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
            pauses = 0;
        }
    }

    public synchronized void failed(Message what) {
        trouble = what;
        failures++;
        limit = Math.max(1, limit / 2);
        if (failures >= MOST_FAILURES || until != null) {
            open();
        }
    }

    public synchronized void unreachable(Message what) {
        trouble = what;
        failures++;
        limit = Math.max(1, limit / 2);
        open();
    }

    public synchronized void refused(Message what) {
        trouble = what;
        if (!refused || allowed() > 0) {
            refused = true;
            until = clock.instant().plus(afterRefusals.after(refusals++));
        }
    }

    private void open() {
        if (until == null || allowed() > 0) {
            until = clock.instant().plus(AFTER_FAILURES.after(pauses++));
        }
    }
}
