package dev.paperround.mail.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** A key to sign with, and what the DNS has to say of it. No record, since whoever prints one prints all that is in it. */
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
        // RFC 8463 section 4: of Ed25519 the bare key, without what X.509 puts before it.
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

    /** As the tag {@code k=} of a record has it. */
    public String type() {
        return isRsa ? "rsa" : "ed25519";
    }

    /** As the tag {@code p=} of a record has it. */
    public String published() {
        return published;
    }

    /** The TXT record to publish (RFC 6376 section 3.6.1). */
    public String record() {
        return "v=DKIM1; k=" + type() + "; p=" + published;
    }

    /** The same for the same text, as both algorithms are deterministic. */
    byte[] sign(byte[] text) {
        try {
            var signature = KeyPairs.signature(key);
            // RFC 8463 section 3: Ed25519 signs the hash.
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
