package dev.paperround.web;

import dev.paperround.problem.Callers;
import dev.paperround.problem.FieldError;
import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.Preferences;
import dev.paperround.subscription.ProofOfWork;
import dev.paperround.subscription.SignUpTally;
import dev.paperround.subscription.SignUpTally.Outcome;
import dev.paperround.subscription.SignUps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** What strangers may ask for, with the same limits whether by form or by script. */
@ApplicationScoped
class MailDoor {
    static final String FIELD = "altcha";

    @Inject
    SignUps signUps;

    @Inject
    ProofOfWork proofs;

    @Inject
    Callers callers;

    @Inject
    SignUpTally tally;

    /** Asked last, when all else is right, as a proof counts only once. */
    Optional<FieldError> unproven(String proof) {
        if (!proofs.isWanted() || proofs.accepts(proof)) {
            return Optional.empty();
        }
        tally.signUp(Outcome.UNPROVEN);
        return Optional.of(new FieldError(
                FIELD,
                "The proof of work is missing, spent or more than 20 minutes old; GET /api/challenge gives one."));
    }

    void signUp(EmailAddress email, Preferences preferences) {
        signUps.request(email, preferences, callers.network()).ifPresent(MailDoor::refuse);
    }

    void mailLink(EmailAddress email) {
        signUps.requestLink(email, callers.network()).ifPresent(MailDoor::refuse);
    }

    private static void refuse(Duration wait) {
        var answer = Response.status(429)
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()))
                .build();
        throw new ClientErrorException(
                "More was asked for from your network, or by everybody, than we take at once; it was not you alone.",
                answer);
    }
}
