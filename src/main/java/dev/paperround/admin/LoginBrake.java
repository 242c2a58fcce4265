package dev.paperround.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Guessing the token is slow: after ten wrong ones within a minute nobody signs in, on any instance, until it is over. */
@ApplicationScoped
class LoginBrake {
    private static final int FAILURES = 10;
    private static final Duration SPAN = Duration.ofMinutes(1);

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** How long to wait, if at all. */
    Optional<Duration> held() {
        var now = clock.instant();
        return audit.wrongSignIn(FAILURES, now.minus(SPAN)).map(first -> Duration.between(now, first.plus(SPAN)));
    }
}
