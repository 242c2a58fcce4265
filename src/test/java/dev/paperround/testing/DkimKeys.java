package dev.paperround.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Map;

/** Files of private keys, made anew in each run, and the keys that belong to them. */
public final class DkimKeys {
    public static final String RSA = "rsa1";
    public static final String ED25519 = "ed1";

    private static final String DIRECTORY = "paperround.test.dkim-keys";

    private DkimKeys() {}

    /** Settings for two keys; the profile lives in another class loader than the test, and both see the files. */
    public static Map<String, String> settings() {
        return Map.of(
                "paperround.dkim.keys." + RSA + ".file", file(RSA).toString(),
                "paperround.dkim.keys." + ED25519 + ".file", file(ED25519).toString());
    }

    /** What the DNS would have to say. */
    public static String record(String selector) {
        try {
            return Files.readString(directory().resolve(selector + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String selector) {
        return directory().resolve(selector + ".pem");
    }

    private static synchronized Path directory() {
        if (System.getProperty(DIRECTORY) == null) {
            System.setProperty(DIRECTORY, make().toString());
        }
        return Path.of(System.getProperty(DIRECTORY));
    }

    private static Path make() {
        try {
            var directory = Files.createTempDirectory("dkim-keys");
            directory.toFile().deleteOnExit();
            var rsa = pair("RSA", 2048);
            write(
                    directory,
                    RSA,
                    rsa,
                    "v=DKIM1; k=rsa; p=" + base64(rsa.getPublic().getEncoded()));
            var ed25519 = pair("Ed25519", 255);
            var bare = new byte[32];
            System.arraycopy(ed25519.getPublic().getEncoded(), 12, bare, 0, 32);
            write(directory, ED25519, ed25519, "v=DKIM1; k=ed25519; p=" + base64(bare));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path directory, String selector, KeyPair pair, String record) throws IOException {
        Files.writeString(directory.resolve(selector + ".pem"), pem(pair.getPrivate()))
                .toFile()
                .deleteOnExit();
        Files.writeString(directory.resolve(selector + ".txt"), record).toFile().deleteOnExit();
    }

    public static KeyPair pair(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    public static String pem(PrivateKey key) {
        return pem(key.getEncoded());
    }

    public static String pem(byte[] pkcs8) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
