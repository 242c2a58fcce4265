package dev.paperround.http.problem;

import io.quarkus.security.AuthenticationFailedException;
import java.time.Duration;

public final class TooManyAttempts extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    private TooManyAttempts(Duration wait) {
        this.wait = wait;
    }

    public static AuthenticationFailedException failure(Duration wait) {
        return new AuthenticationFailedException(new TooManyAttempts(wait));
    }

    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
