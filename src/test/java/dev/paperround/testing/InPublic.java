package dev.paperround.testing;

import dev.paperround.OpenIdProvider;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * The program as an institute runs it: at a public address, with an OpenID provider, a collector of traces, a mailbox of
 * bounces, sources of papers, budgets for mailbox providers and a log for machines. The tests play the neighbours.
 */
public class InPublic implements QuarkusTestProfile {
    private static final String BASE_URL = "https://papers.example.org";
    public static final String SESSION_COOKIE = "__Secure-paperround_admin";
    public static final String IMAP_USER = "bounces";
    public static final String IMAP_PASSWORD = "let me in";
    private static final String NAME = "imap";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("paperround.base-url", BASE_URL),
                Map.entry("paperround.privacy.contact", "a@b.example"),
                Map.entry("paperround.bounces.imap.host", "127.0.0.1"),
                Map.entry("paperround.bounces.imap.port", Integer.toString(imapPort())),
                Map.entry("paperround.bounces.imap.username", IMAP_USER),
                Map.entry("paperround.bounces.imap.password", IMAP_PASSWORD),
                Map.entry("paperround.bounces.imap.tls", "false"),
                Map.entry("paperround.bounces.imap.processed", "Processed"),
                // Too few to come in the time of a test.
                Map.entry("paperround.delivery.budgets.gmail.rate", "0.0001"),
                Map.entry("paperround.delivery.budgets.lab.rate", "1000"),
                Map.entry("paperround.delivery.budgets.lab.domains", "lab.example, Uni.Example"),
                Map.entry("paperround.log-json", "true"),
                Map.entry("quarkus.log.category.\"dev.paperround.sending\".level", "DEBUG"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(StubServer.class), new TestResourceEntry(OpenIdProvider.class));
    }

    public static int imapPort() {
        return Ports.of(NAME);
    }
}
