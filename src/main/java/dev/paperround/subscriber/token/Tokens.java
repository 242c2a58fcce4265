package dev.paperround.subscriber.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs references to a subscriber or a delivery as {@code v1.purpose.id.version.expiry.signature}, with numbers in
 * base 36, the expiry in seconds since 1970 (0 means never) and HMAC-SHA-256 over everything before the signature. The
 * first of several secrets signs, and all of them verify.
 */
@ApplicationScoped
public class Tokens {
    private static final int RADIX = Character.MAX_RADIX;
    private static final int LONGEST = 200;
    private static final int SHORT_BITS = 90;
    private static final Pattern SHORT = Pattern.compile("([0-9a-z]{1,12})-([0-9a-z]{1,5})-([0-9a-v]{18})");

    public record Reference(long id, int version, boolean expired) {}

    private final List<Hmac> keys;
    private final Clock clock;

    public Tokens(@ConfigProperty(name = "paperround.secret") List<String> secrets, Clock clock) {
        this.keys = secrets.stream()
                .map(secret -> new Hmac(secret.strip().getBytes(StandardCharsets.UTF_8)))
                .toList();
        this.clock = clock;
    }

    public String sign(Purpose purpose, long id, int version, Instant expiry) {
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

    // Returns empty for anything we did not sign for this purpose.
    public Optional<Reference> read(Purpose purpose, String token) {
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

    // The format is id-version-signature in lower-case letters and digits, because mail systems change the case of
    // local parts and limit them to 64 octets. The signature is cut to 90 bits.
    String signShort(Purpose purpose, long id, int version) {
        var body = Long.toString(id, RADIX) + "-" + Integer.toString(version, RADIX);
        return body + "-" + shortSignature(keys.get(0), purpose, body);
    }

    public Optional<Reference> readShort(Purpose purpose, String token) {
        var match = SHORT.matcher(token.toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        var body = match.group(1) + "-" + match.group(2);
        var given = match.group(3).getBytes(StandardCharsets.US_ASCII);
        return keys.stream()
                        .map(key -> shortSignature(key, purpose, body).getBytes(StandardCharsets.US_ASCII))
                        .anyMatch(right -> MessageDigest.isEqual(right, given))
                ? Optional.of(new Reference(
                        Long.parseLong(match.group(1), RADIX), Integer.parseInt(match.group(2), RADIX), false))
                : Optional.empty();
    }

    private static String shortSignature(Hmac key, Purpose purpose, String body) {
        var bits = new BigInteger(1, key.of("v1." + purpose.code + "." + body)).shiftRight(256 - SHORT_BITS);
        var digits = bits.toString(32);
        return "0".repeat(SHORT_BITS / 5 - digits.length()) + digits;
    }

    // A short keyed digest suits values that must not be guessable, such as the middle of a Message-ID.
    public String keyed(String text) {
        return keyed(keys.get(0), text);
    }

    // Accepts digests made with older secrets as well.
    public boolean isKeyed(String text, String given) {
        var bytes = given.getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .map(key -> keyed(key, text).getBytes(StandardCharsets.UTF_8))
                .anyMatch(right -> MessageDigest.isEqual(right, bytes));
    }

    private static String keyed(Hmac key, String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.of(text))
                .substring(0, 12);
    }

    // Returns one full digest per secret, newest first.
    public List<byte[]> hashes(String text) {
        return keys.stream().map(key -> key.of(text)).toList();
    }
}
