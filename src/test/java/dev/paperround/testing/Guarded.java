package dev.paperround.testing;

import dev.paperround.startup.OidcSettings;
import dev.paperround.startup.Settings;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * What an operator can ask of others: a proof of work of whoever signs up, of one relay of two TLS before the password, and
 * of the DNS the keys that sign. Bounces have no address of their own. The OpenID provider is down. The tests open
 * the relays.
 */
public class Guarded implements QuarkusTestProfile {
    public static final String DOMAIN = "papers.round.example.org";
    public static final String SIGNING_DOMAIN = "round.example.org";
    private static final String GUARDED = "guarded relay";
    private static final String PROVIDER = "OpenID provider";
    private static final String OUTSIDE = "outside relay";

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(DkimKeys.settings());
        settings.put("paperround.sign-ups.proof-of-work", "1000");
        settings.put("paperround.mail-from", "Paper Round <digest@" + DOMAIN + ">");
        settings.put("paperround.delivery.relays.guarded.host", "localhost");
        settings.put("paperround.delivery.relays.guarded.port", Integer.toString(guardedPort()));
        settings.put("paperround.delivery.relays.guarded.username", "round");
        settings.put("paperround.delivery.relays.guarded.password", "secret");
        settings.put("paperround.delivery.relays.guarded.start-tls", "REQUIRED");
        // This machine, by a name that does not say so.
        settings.put("paperround.delivery.relays.outside.host", "::ffff:127.0.0.1");
        settings.put("paperround.delivery.relays.outside.port", Integer.toString(outsidePort()));
        settings.put("paperround.delivery.relays.outside.password", "never asked for");
        settings.putAll(OidcSettings.properties(Settings.of(Map.of(
                "paperround.oidc.issuer",
                "http://127.0.0.1:" + Ports.of(PROVIDER),
                "paperround.oidc.audience",
                "paper-round"))));
        settings.put("paperround.bounces.domain", "off");
        settings.put("paperround.dkim.domain", SIGNING_DOMAIN);
        return settings;
    }

    public static int guardedPort() {
        return Ports.of(GUARDED);
    }

    public static int outsidePort() {
        return Ports.of(OUTSIDE);
    }
}
