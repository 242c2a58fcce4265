package dev.paperround.http.problem;

import io.quarkus.security.AuthenticationFailedException;

/** Says that nobody could check a token, which is not the fault of whoever sent it. */
public final class ProviderAway extends RuntimeException {
    static final int RETRY_SECONDS = 60;

    private static final long serialVersionUID = 1;

    private ProviderAway(Throwable cause) {
        super(cause);
    }

    public static AuthenticationFailedException failure(Throwable cause) {
        return new AuthenticationFailedException(new ProviderAway(cause));
    }
}
