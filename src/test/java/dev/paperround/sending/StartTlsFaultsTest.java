package dev.paperround.sending;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartTlsFaultsTest extends AuthenticatedRelayFaults {
    StartTlsFaultsTest() {
        super(false);
    }

    @Test
    void aRelayWithoutStartTlsStopsTheRelay() {
        relay.answerStartTls("");

        assertWaitsUntilMended("no STARTTLS", "QUARKUS_MAILER_START_TLS");
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
