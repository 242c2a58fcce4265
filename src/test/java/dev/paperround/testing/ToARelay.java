package dev.paperround.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The program with a relay of its operator's and no mailbox of its own, over one connection and with little patience. The
 * tests open the relay, a {@link ScriptedRelay} most of them.
 */
public class ToARelay implements QuarkusTestProfile {
    private static final String NAME = "relay";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "paperround.base-url", "http://staging.round.example.org",
                "paperround.inbox.directory", "",
                "paperround.relay.port", Integer.toString(port()),
                "paperround.delivery.connections", "1",
                "paperround.delivery.reply-timeout", "3s");
    }

    public static int port() {
        return Ports.of(NAME);
    }
}
