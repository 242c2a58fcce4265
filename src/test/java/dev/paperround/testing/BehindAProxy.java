package dev.paperround.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * As on the open internet, with limits that a test can reach, a secret that was changed once, the local mailbox open to all,
 * and TLS of its own beside the proxy; without X-Forwarded-For the caller is this machine.
 */
public class BehindAProxy implements QuarkusTestProfile {
    public static final String HOST = "localhost";
    public static final String KEYS = "quarkus.http.ssl.certificate.key-store-file";
    public static final String OLDER_SECRET = "the older secret of the house";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("paperround.trusted-proxies", "127.0.0.1,10.0.0.0/8"),
                Map.entry("paperround.secret", "the newer secret of the house," + OLDER_SECRET),
                Map.entry("paperround.sign-ups.network-per-hour", "3"),
                Map.entry("paperround.sign-ups.domain-per-hour", "4"),
                Map.entry("paperround.sign-ups.all-per-hour", "30"),
                Map.entry("paperround.inbox.open", "true"),
                Map.entry("paperround.meaning", "on"),
                Map.entry("paperround.request-time", "1s"),
                Map.entry("paperround.request-head-time", "1s"),
                Map.entry("quarkus.http.access-log.enabled", "true"),
                Map.entry("quarkus.http.test-ssl-port", "0"),
                Map.entry(KEYS, keys().toString()),
                Map.entry("quarkus.http.ssl.certificate.key-store-password", Identity.PASSWORD));
    }

    private static Path keys() {
        try {
            var file = Files.createTempDirectory("behind-a-proxy").resolve("keys.p12");
            Identity.generate(HOST, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
