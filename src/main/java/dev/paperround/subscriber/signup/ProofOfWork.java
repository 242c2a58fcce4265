package dev.paperround.subscriber.signup;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperround.database.Sql;
import dev.paperround.subscriber.token.Tokens;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.altcha.altcha.Altcha;

/** Issues and verifies ALTCHA challenges. They are signed, so nothing is stored until they are spent. */
@ApplicationScoped
public class ProofOfWork {
    private static final Duration GOOD_FOR = Duration.ofMinutes(20);
    private static final int LONGEST = 2_000;

    @Inject
    SignUpSettings settings;

    @Inject
    Tokens tokens;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    public record Challenge(String algorithm, String challenge, Long maxnumber, String salt, String signature) {}

    private record Solution(String algorithm, String challenge, Long number, String salt, String signature) {
        Altcha.Payload payload() {
            var payload = new Altcha.Payload();
            payload.algorithm = algorithm;
            payload.challenge = challenge;
            payload.number = number;
            payload.salt = salt;
            payload.signature = signature;
            return payload;
        }
    }

    public boolean isWanted() {
        return !settings.proofOfWork().equals("off");
    }

    public Challenge challenge() {
        var options = new Altcha.ChallengeOptions()
                .setHmacKey(keys().get(0))
                .setMaxNumber(Long.valueOf(settings.proofOfWork()))
                .setSecureRandomNumber(true)
                .setExpires(clock.instant().plus(GOOD_FOR).getEpochSecond());
        try {
            var made = Altcha.createChallenge(options);
            return new Challenge(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
        } catch (Exception e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    // Returns true only once for each of our challenges.
    @Transactional
    public boolean accepts(String proof) {
        return solution(proof)
                .filter(it -> keys().stream().anyMatch(key -> isRight(it, key)))
                .filter(this::spend)
                .isPresent();
    }

    private Optional<Solution> solution(String proof) {
        if (proof == null || proof.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(Base64.getDecoder().decode(proof), Solution.class));
        } catch (IllegalArgumentException | IOException garbage) {
            Log.debugf("No proof of work: %s", garbage.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isRight(Solution solution, String key) {
        try {
            return Altcha.verifySolution(solution.payload(), key, true);
        } catch (Exception garbage) {
            // The library throws all kinds of exceptions for a broken solution.
            Log.debugf("No proof of work: %s", garbage.getMessage());
            return false;
        }
    }

    private boolean spend(Solution solution) {
        var changed = sql.execute(
                "insert into spent_challenge (challenge, expires_at) values (?, ?) on conflict do nothing",
                solution.challenge().toLowerCase(Locale.ROOT),
                clock.instant().plus(GOOD_FOR));
        return changed > 0;
    }

    int purge() {
        return sql.execute("delete from spent_challenge where expires_at <= ?", clock.instant());
    }

    // There is one key per secret, newest first.
    private List<String> keys() {
        return tokens.hashes("proof of work").stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }
}
