package dev.paperround.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * What an operator can ask of others: a proof of work of whoever signs up, and of one relay of two TLS before the password.
 * The tests open the relays.
 */
public class Guarded implements QuarkusTestProfile {
    public static final String DOMAIN = "papers.round.example.org";
    private static final String GUARDED = "guarded relay";
    private static final String OUTSIDE = "outside relay";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "paperround.sign-ups.proof-of-work", "1000",
                "paperround.mail-from", "Paper Round <digest@" + DOMAIN + ">",
                "paperround.delivery.relays.guarded.host", "localhost",
                "paperround.delivery.relays.guarded.port", Integer.toString(guardedPort()),
                "paperround.delivery.relays.guarded.username", "round",
                "paperround.delivery.relays.guarded.password", "secret",
                "paperround.delivery.relays.guarded.start-tls", "REQUIRED",
                // This machine, by a name that does not say so.
                "paperround.delivery.relays.outside.host", "::ffff:127.0.0.1",
                "paperround.delivery.relays.outside.port", Integer.toString(outsidePort()),
                "paperround.delivery.relays.outside.password", "never asked for");
    }

    public static int guardedPort() {
        return Ports.of(GUARDED);
    }

    public static int outsidePort() {
        return Ports.of(OUTSIDE);
    }
}
