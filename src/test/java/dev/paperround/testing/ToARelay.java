package dev.paperround.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * The program with a relay of its operator's and no mailbox of its own, over one connection and with little patience, that
 * signs its mails. The tests open the relay, a {@link ScriptedRelay} most of them.
 */
public class ToARelay implements QuarkusTestProfile {
    private static final String NAME = "relay";

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(DkimKeys.settings());
        settings.put("paperround.base-url", "http://staging.round.example.org");
        settings.put("paperround.inbox.directory", "");
        settings.put("quarkus.mailer.port", Integer.toString(port()));
        settings.put("paperround.delivery.connections", "1");
        settings.put("paperround.delivery.reply-timeout", "3s");
        return settings;
    }

    public static int port() {
        return Ports.of(NAME);
    }
}
