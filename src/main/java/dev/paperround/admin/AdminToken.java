package dev.paperround.admin;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The operator's token: what is given is compared with it in constant time, and it signs what only it may have signed. */
@Singleton
class AdminToken {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] token;

    AdminToken(@ConfigProperty(name = "paperround.admin-token") String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    boolean is(String given) {
        return MessageDigest.isEqual(token, given.strip().getBytes(StandardCharsets.UTF_8));
    }

    String sign(String statement) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token, ALGORITHM));
            var signature = mac.doFinal(statement.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
