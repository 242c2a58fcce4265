package dev.paperround.web.forms;

import dev.paperround.http.Callers;
import dev.paperround.http.problem.FieldError;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.preferences.Preferences;
import dev.paperround.subscriber.signup.ProofOfWork;
import dev.paperround.subscriber.signup.SignUpMetrics;
import dev.paperround.subscriber.signup.SignUpMetrics.Outcome;
import dev.paperround.subscriber.signup.SignUps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** Applies the same limits to anonymous requests, whether they come from the form or the API. */
@ApplicationScoped
public class SignUpGateway {
    public static final String FIELD = "altcha";

    @Inject
    SignUps signUps;

    @Inject
    ProofOfWork proofs;

    @Inject
    Callers callers;

    @Inject
    SignUpMetrics tally;

    // Checks the proof last, because it can be used only once.
    public Optional<FieldError> unproven(String proof) {
        if (!proofs.isWanted() || proofs.accepts(proof)) {
            return Optional.empty();
        }
        tally.signUp(Outcome.UNPROVEN);
        return Optional.of(new FieldError(
                FIELD,
                "The proof of work is missing, spent or more than 20 minutes old; GET /api/challenge gives one."));
    }

    public void signUp(EmailAddress email, Preferences preferences) {
        signUps.request(email, preferences, callers.network()).ifPresent(SignUpGateway::refuse);
    }

    public void mailLink(EmailAddress email) {
        signUps.requestLink(email, callers.network()).ifPresent(SignUpGateway::refuse);
    }

    private static void refuse(Duration wait) {
        var answer = Response.status(429)
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()))
                .build();
        throw new ClientErrorException(answer);
    }
}
