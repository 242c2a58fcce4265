package dev.paperround.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ImplicitTlsFaultsTest.TlsFromTheStart.class)
class ImplicitTlsFaultsTest extends GuardedFaults {
    public static class TlsFromTheStart extends StartTlsFaultsTest.StartTlsRequired {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("paperround.relay.tls", "true");
            return settings;
        }
    }

    ImplicitTlsFaultsTest() {
        super(true);
    }

    @Test
    void nothingIsToldToARelayThatSpeaksPlainly() {
        relay.speakPlainly();

        assertWaitsUntilMended("connect");
    }
}
