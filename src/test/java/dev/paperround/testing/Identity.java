package dev.paperround.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key, and a certificate of a host name that nobody trusts yet; made anew by the {@code keytool} of this Java. */
public final class Identity {
    public static final String PASSWORD = "changeit";

    private final KeyStore keys;

    private Identity(KeyStore keys) {
        this.keys = keys;
    }

    public static Identity of(String host) {
        try {
            var directory = Files.createTempDirectory("identity");
            var file = directory.resolve("keys.p12");
            generate(host, file);
            var identity = in(file);
            Files.delete(file);
            Files.delete(directory);
            return identity;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Identity in(Path file) throws IOException, GeneralSecurityException {
        return new Identity(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
    }

    public static void generate(String host, Path file) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = (keytool + " -genkeypair -alias relay -keyalg EC -groupname secp256r1 -validity 2"
                        + " -dname CN=" + host + " -ext san=dns:" + host
                        + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + file)
                .split(" ");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** For a server that shows this certificate. */
    SSLContext shown() {
        try {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a client that trusts this certificate and no other. */
    public SSLContext trusted() {
        try {
            var trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("relay", keys.getCertificate("relay"));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trust);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
