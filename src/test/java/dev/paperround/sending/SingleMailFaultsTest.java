package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.testing.ScriptedRelay.Step;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Confirmations to a relay that fails at each step. */
@QuarkusTest
@TestProfile(ToARelay.class)
class SingleMailFaultsTest extends RelayFaults {
    private static final String EVE = "eve@engine.example";

    @BeforeEach
    void signUp() {
        // Any pause that the fault before has led to is over.
        house.clock().set(house.clock().instant().plus(Duration.ofHours(2)));
        house.signUp(Map.of("email", EVE, "filters", List.of(Map.of("query", "moss"))))
                .statusCode(202);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, DROP",
        "CONNECT, 421 4.3.2 busy",
        "CONNECT, 554 go away",
        "MAIL, 451 4.3.0 later",
        "RCPT, 450 4.2.1 later",
        "RCPT, DROP",
        "DATA, 451 4.3.0 later",
        "BODY, DROP",
        "DOT, 452 4.3.1 later",
        "DOT, DROP",
        "DOT, HANG"
    })
    void aConfirmationOutlivesAFault(Step step, String reply) {
        relay.answer(step, EVE, reply);
        house.sendLetters();
        assertThat(relay.accepted(EVE)).isZero();
        assertThat(waiting()).isOne();

        relay.behave();
        house.clock().set(house.clock().instant().plus(Duration.ofMinutes(3)));
        house.sendLetters();

        assertThat(relay.accepted(EVE)).isOne();
        assertThat(waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 no such mailbox", "DOT, 550 5.1.1 no such mailbox", "DOT, 552 5.3.4 too large"})
    void oneThatIsRefusedForGoodIsNotTriedAgain(Step step, String reply) {
        relay.answer(step, EVE, reply);
        house.sendLetters();

        assertThat(waiting()).isZero();
    }

    @Test
    void aRelayThatGreetsWithARefusalCostsNoAttempt() {
        relay.answer(Step.CONNECT, "", "554 go away");
        house.sendLetters();

        assertThat(house.count("select attempts from mail_request")).isZero();

        relay.behave();
        house.clock().set(house.clock().instant().plus(Duration.ofMinutes(3)));
        house.sendLetters();
        assertThat(relay.accepted(EVE)).isOne();
    }

    @Test
    void aRelayWithoutOtherScriptsGetsNoneOfThem() {
        house.sendLetters();
        house.signUp(Map.of("email", "ада@engine.example", "filters", List.of(Map.of("query", "moss"))))
                .statusCode(202);
        house.sendLetters();

        assertThat(relay.received()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    private long waiting() {
        return house.count("select count(*) from mail_request");
    }
}
