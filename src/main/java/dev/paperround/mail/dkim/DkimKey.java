package dev.paperround.mail.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * Holds a signing key and its DNS record. It is not a record class, because printing one would reveal the private key.
 */
public final class DkimKey {
    private static final int ED25519_BYTES = 32;

    private final String selector;
    private final PrivateKey key;
    private final boolean isRsa;
    private final int bits;
    private final String published;

    DkimKey(String selector, KeyPair pair) {
        this.selector = selector;
        this.key = pair.getPrivate();
        this.isRsa = KeyPairs.isRsa(key);
        var encoded = pair.getPublic().getEncoded();
        this.bits =
                pair.getPublic() instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 8 * ED25519_BYTES;
        // Ed25519 publishes the bare key without its X.509 prefix (RFC 8463 section 4).
        this.published =
                base64(isRsa ? encoded : Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length));
    }

    public String selector() {
        return selector;
    }

    public boolean isRsa() {
        return isRsa;
    }

    public int bits() {
        return bits;
    }

    public String type() {
        return isRsa ? "rsa" : "ed25519";
    }

    public String published() {
        return published;
    }

    /** Returns the TXT record to publish (RFC 6376 section 3.6.1). */
    public String record() {
        return "v=DKIM1; k=" + type() + "; p=" + published;
    }

    // Both algorithms are deterministic, so the same text always gets the same signature.
    byte[] sign(byte[] text) {
        try {
            var signature = KeyPairs.signature(key);
            // Ed25519 signs the hash of the text (RFC 8463 section 3).
            signature.update(isRsa ? text : BodyHash.of(text));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The DKIM key of selector " + selector + " signs nothing", e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
