package dev.paperround.admin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Guessing the token is slow: after ten wrong ones within a minute nobody signs in on this instance until it is over. */
@Singleton
class LoginBrake {
    private static final int FAILURES = 10;
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant began = Instant.EPOCH;
    private int failed;

    LoginBrake(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait, if at all. */
    synchronized Optional<Duration> held() {
        var left = Duration.between(now(), began.plus(SPAN));
        return failed < FAILURES ? Optional.empty() : Optional.of(left);
    }

    synchronized void failed() {
        var now = now();
        if (failed == 0) {
            began = now;
        }
        failed++;
    }

    private Instant now() {
        var now = clock.instant();
        if (now.isBefore(began) || !now.isBefore(began.plus(SPAN))) {
            failed = 0;
        }
        return now;
    }
}
