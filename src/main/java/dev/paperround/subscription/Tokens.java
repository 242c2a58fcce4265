package dev.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signed references to a subscriber, or to a delivery: {@code v1.purpose.id.version.expiry.signature}, the numbers in base 36, the expiry in
 * seconds since 1970 or 0 for never, the signature HMAC-SHA-256 over all before it. Several secrets may be given, newest
 * first: the first signs, all verify.
 */
@ApplicationScoped
public class Tokens {
    private static final int RADIX = Character.MAX_RADIX;
    private static final int LONGEST = 200;

    /** What a token says, once its signature held. */
    record Reference(long id, int version, boolean expired) {}

    private final List<Hmac> keys;
    private final Clock clock;

    Tokens(@ConfigProperty(name = "paperround.secret") List<String> secrets, Clock clock) {
        this.keys = secrets.stream()
                .map(secret -> new Hmac(secret.strip().getBytes(StandardCharsets.UTF_8)))
                .toList();
        this.clock = clock;
    }

    String sign(Purpose purpose, long id, int version, Instant expiry) {
        var body = String.join(
                ".",
                "v1",
                purpose.code,
                Long.toString(id, RADIX),
                Integer.toString(version, RADIX),
                Long.toString(expiry == null ? 0 : expiry.getEpochSecond(), RADIX));
        return body + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(keys.get(0).of(body));
    }

    /** Empty for whatever we did not sign for this purpose. */
    Optional<Reference> read(Purpose purpose, String token) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = token.split("\\.", -1);
        if (parts.length != 6 || !parts[0].equals("v1") || !parts[1].equals(purpose.code)) {
            return Optional.empty();
        }
        if (!signed(token.substring(0, token.lastIndexOf('.')), parts[5])) {
            return Optional.empty();
        }
        var expiry = Long.parseLong(parts[4], RADIX);
        return Optional.of(new Reference(
                Long.parseLong(parts[2], RADIX),
                Integer.parseInt(parts[3], RADIX),
                expiry != 0 && clock.instant().getEpochSecond() >= expiry));
    }

    private boolean signed(String body, String signature) {
        var given = signature.getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .map(key -> Base64.getUrlEncoder().withoutPadding().encode(key.of(body)))
                .anyMatch(right -> MessageDigest.isEqual(right, given));
    }

    /** A short keyed digest, for values that nobody should be able to guess, such as the middle of a Message-ID. */
    public String keyed(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.get(0).of(text))
                .substring(0, 12);
    }
}
