package dev.paperround.mail.dkim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads a private key in PEM (RFC 7468), as {@code openssl genpkey} writes it. */
public final class DkimKeyFile {
    // A key of 4096 bits takes 3,300 bytes. The limit protects against endless files such as devices.
    private static final int MOST_BYTES = 100_000;

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----(.*?)-----END ", Pattern.DOTALL);

    private DkimKeyFile() {}

    public static DkimKey read(String selector, Path file) throws UnusableKey {
        var text = text(file);
        var found = PRIVATE_KEY.matcher(text);
        if (!found.find()) {
            throw new UnusableKey(
                    text.contains("PUBLIC KEY-----")
                            ? "a private key, and holds a public one"
                            : "a private key in PEM, which begins with -----BEGIN PRIVATE KEY-----");
        }
        return switch (found.group(1).strip()) {
            case "" -> new DkimKey(selector, KeyPairs.of(bytes(found.group(2))));
            case "RSA", "ENCRYPTED" ->
                throw new UnusableKey("a private key in PKCS#8 without a passphrase, such as"
                        + " openssl pkey -in old.pem -out new.pem makes of this one");
            default -> throw new UnusableKey(KeyPairs.WHOLE);
        };
    }

    private static String text(Path file) throws UnusableKey {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new UnusableKey("a private key, and there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new UnusableKey("a private key, and this program may not read it", e);
        } catch (IOException e) {
            throw new UnusableKey("a private key, and cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static byte[] bytes(String base64) throws UnusableKey {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            // The original message would quote from the key.
            throw new UnusableKey(KeyPairs.WHOLE);
        }
    }
}
