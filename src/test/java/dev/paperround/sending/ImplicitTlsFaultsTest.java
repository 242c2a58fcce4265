package dev.paperround.sending;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImplicitTlsFaultsTest extends AuthenticatedRelayFaults {
    ImplicitTlsFaultsTest() {
        super(true);
    }

    @Test
    void nothingIsToldToARelayThatSpeaksPlainly() {
        relay.speakPlainly();

        assertWaitsUntilMended("connect");
    }
}
