package dev.paperround.subscriber.suppression;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Hashes suppressed addresses with HMAC-SHA-256, so that they can be recognised but not recovered. */
@ApplicationScoped
public class SuppressionHash {
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{64}");

    @Inject
    Tokens tokens;

    byte[] of(EmailAddress email) {
        return all(email).get(0);
    }

    // Covers every secret, newest first, so that entries from before a rotation still match.
    List<byte[]> all(EmailAddress email) {
        return tokens.hashes("suppression\n" + email.key());
    }

    public static String hexadecimal(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    public static boolean isOne(String text) {
        return HEXADECIMAL.matcher(text).matches();
    }

    public static byte[] read(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }
}
