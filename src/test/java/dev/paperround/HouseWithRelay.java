package dev.paperround;

import dev.paperround.testing.ScriptedRelay;
import dev.paperround.testing.ToARelay;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The set-up of tests in the world of {@link ToARelay}: an empty house, and a relay that does as it is told. */
public abstract class HouseWithRelay extends EmptyHouse {
    protected static ScriptedRelay relay;

    @BeforeAll
    static void openRelay() {
        relay = new ScriptedRelay(ToARelay.port());
    }

    @AfterAll
    static void closeRelay() throws IOException {
        relay.close();
    }

    @BeforeEach
    final void behave() {
        relay.behave();
    }
}
