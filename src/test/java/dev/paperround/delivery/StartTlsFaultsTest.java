package dev.paperround.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StartTlsFaultsTest.StartTlsRequired.class)
class StartTlsFaultsTest extends GuardedFaults {
    public static class StartTlsRequired extends RelayFaultsTest.ToScriptedRelay {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.putAll(Map.of(
                    "paperround.relay.host", "localhost",
                    "paperround.relay.start-tls", "required",
                    "paperround.relay.username", "round",
                    "paperround.relay.password", "secret"));
            return settings;
        }
    }

    StartTlsFaultsTest() {
        super(false);
    }

    @Test
    void aRelayWithoutStartTlsPausesTheSend() {
        relay.answerStartTls("");

        assertPausedUntilMended("no STARTTLS", "QUARKUS_MAILER_START_TLS");
    }

    @Test
    void nothingIsToldToARelayThatRefusesStartTlsForNow() {
        relay.answerStartTls("454 4.7.0 no TLS now");

        assertWaitsUntilMended("454 4.7.0 no TLS now");
    }

    @Test
    void nothingIsToldToARelayThatSpeaksPlainlyAfterStartTls() {
        relay.answerStartTls("220 ready\r\n250-welcome\r\n250 AUTH PLAIN\r\n235 you are in");

        assertWaitsUntilMended("STARTTLS");
    }

    @Test
    void aRelayThatAnswersStartTlsWithNonsenseIsAskedAgain() {
        relay.answerStartTls("what would that be");

        assertWaitsUntilMended("STARTTLS");
    }
}
