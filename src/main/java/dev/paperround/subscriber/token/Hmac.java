package dev.paperround.subscriber.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes HMAC-SHA-256 with one secret. Each thread keeps its own instance, because looking one up costs more than the
 * digest.
 */
final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private final ThreadLocal<Mac> mac;

    Hmac(byte[] secret) {
        var key = new SecretKeySpec(secret, ALGORITHM);
        mac = ThreadLocal.withInitial(() -> initialised(key));
    }

    byte[] of(String text) {
        return mac.get().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac initialised(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java", e);
        }
    }
}
