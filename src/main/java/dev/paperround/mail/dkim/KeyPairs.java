package dev.paperround.mail.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

final class KeyPairs {
    static final String WHOLE = "an RSA or Ed25519 key that is whole";

    private static final String RSA = "RSA";
    private static final String ED25519 = "Ed25519";

    // Receivers must be able to verify this size (RFC 8301 section 3.2).
    private static final int FEWEST_BITS = 1024;

    private static final int MOST_BITS = 4096;

    private KeyPairs() {}

    static boolean isRsa(PrivateKey key) {
        return key.getAlgorithm().equals(RSA);
    }

    static Signature signature(PrivateKey key) throws GeneralSecurityException {
        var signature = Signature.getInstance(isRsa(key) ? "SHA256withRSA" : ED25519);
        signature.initSign(key);
        return signature;
    }

    static KeyPair of(byte[] pkcs8) throws UnusableKey {
        try {
            var pair = pair(new PKCS8EncodedKeySpec(pkcs8));
            check(pair);
            return pair;
        } catch (GeneralSecurityException e) {
            throw new UnusableKey(WHOLE, e);
        }
    }

    private static KeyPair pair(PKCS8EncodedKeySpec key) throws GeneralSecurityException, UnusableKey {
        PrivateKey rsa;
        try {
            rsa = KeyFactory.getInstance(RSA).generatePrivate(key);
        } catch (InvalidKeySpecException noRsa) {
            return ofEd25519(KeyFactory.getInstance(ED25519).generatePrivate(key));
        }
        return ofRsa(rsa);
    }

    private static KeyPair ofRsa(PrivateKey key) throws GeneralSecurityException, UnusableKey {
        if (!(key instanceof RSAPrivateCrtKey rsa)) {
            throw new UnusableKey(WHOLE);
        }
        var bits = rsa.getModulus().bitLength();
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new UnusableKey("an RSA key of " + FEWEST_BITS + " to " + MOST_BITS
                    + " bits, 2048 for the best, and holds one of " + bits);
        }
        var spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
        return new KeyPair(KeyFactory.getInstance(RSA).generatePublic(spec), rsa);
    }

    // Java can derive this public key only by generating a pair with the private key as the random source.
    private static KeyPair ofEd25519(PrivateKey key) throws NoSuchAlgorithmException {
        var seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        var generator = KeyPairGenerator.getInstance(ED25519);
        generator.initialize(255, new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return new KeyPair(generator.generateKeyPair().getPublic(), key);
    }

    private static void check(KeyPair pair) throws GeneralSecurityException, UnusableKey {
        var signature = signature(pair.getPrivate());
        signature.update((byte) 1);
        var signed = signature.sign();
        signature.initVerify(pair.getPublic());
        signature.update((byte) 1);
        if (!signature.verify(signed)) {
            throw new UnusableKey(WHOLE);
        }
    }
}
