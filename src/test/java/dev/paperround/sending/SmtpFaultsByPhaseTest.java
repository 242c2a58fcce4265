package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.sending.engine.Deliverer;
import dev.paperround.sending.engine.OwnDeliverer;
import dev.paperround.testing.ScriptedRelay.Step;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A relay that fails at each step, in every way; afterwards everybody has one mail, or is listed with the reason. */
@QuarkusTest
@TestProfile(ToARelay.class)
class SmtpFaultsByPhaseTest extends RelayFaults {
    @Inject
    Deliverer programs;

    private OwnDeliverer impatient;

    /** A relay that hangs is waited for as long as this, many times over. */
    @BeforeEach
    void loseNoTime() {
        impatient = new OwnDeliverer(
                programs,
                house.clock(),
                Map.of(
                        "quarkus.mailer.port", Integer.toString(relay.port()),
                        "paperround.delivery.connections", "1",
                        "paperround.delivery.reply-timeout", "1s"));
    }

    @AfterEach
    void end() throws InterruptedException {
        impatient.close();
    }

    @Override
    void deliver() {
        impatient.deliver();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 451 4.3.0 later, 1",
        "RCPT, DRIP 450 later, 1",
        "RCPT, 421 4.3.2 closing, 0",
        "RCPT, DROP, 0",
        "RCPT, HANG, 0",
        "RCPT, what do you want, 0",
        "DATA, 451 4.3.0 later, 1",
        "DATA, 250 as you like, 0",
        "DATA, DROP, 0",
        "DATA, HANG, 0",
        "DATA, €, 0",
        "DOT, 451 4.3.0 later, 1",
        "DOT, 421 4.3.0 closing, 1"
    })
    void whatWasRefusedForNowOrNeverLeftIsSentOnceLater(Step step, String reply, int attempts) {
        relay.answer(step, ADA, reply);
        assertThat(send()).containsEntry("retrying", 1).containsEntry("sent", 1);
        assertThat(delivery(ADA)).containsEntry("attempts", attempts);

        relay.behave();
        later(Duration.ofMinutes(3));

        assertThat(delivery(ADA)).containsEntry("state", "sent").containsEntry("attempts", attempts + 1);
        assertThat(relay.accepted(ADA)).isEqualTo(1);
        assertThat(relay.accepted(BOB)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 nobody",
        "RCPT, 550 no such user",
        "RCPT, 554 5.2.2 full",
        "DATA, 554 5.5.0 no",
        "DOT, 552 5.3.4 too long",
        "DOT, 554 5.6.0 unreadable"
    })
    void whatIsRefusedForGoodIsRejected(Step step, String reply) {
        relay.answer(step, ADA, reply);

        assertThat(send()).containsEntry("rejected", 1).containsEntry("sent", 1).containsEntry("state", "DONE");
        assertThat(delivery(ADA)).hasEntrySatisfying("smtpReply", it -> assertThat((String) it)
                .contains(reply.substring(reply.length() - 4)));
    }

    @ParameterizedTest
    @CsvSource({"BODY, DROP", "BODY, HANG", "DOT, DROP", "DOT, HANG", "DOT, what was that", "DOT, 354 go on"})
    void whatMayHaveLeftIsUnknownAndNeverSentAgainByItself(Step step, String reply) {
        relay.answer(step, ADA, reply);
        assertThat(send()).containsEntry("unknown", 1).containsEntry("sent", 1).containsEntry("state", "DONE");

        relay.behave();
        later(Duration.ofHours(3));

        assertThat(relay.received(ADA)).isEmpty();
        assertThat(delivery(ADA)).containsEntry("state", "unknown").containsEntry("attempts", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 4.3.2 busy",
        "CONNECT, 554 go away",
        "CONNECT, DROP",
        "CONNECT, HANG",
        "CONNECT, ???",
        "EHLO, 421 4.3.2 busy",
        "EHLO, 502 what",
        "EHLO, DROP",
        "EHLO, HANG",
        "EHLO, !"
    })
    void aRelayThatCannotBeUsedCostsNobodyAnAttempt(Step step, String reply) {
        relay.answer(step, "", reply);
        var location = planned();
        deliver();
        deliver();
        assertThat(house.progress(location))
                .containsEntry("pending", 2)
                .containsEntry("retrying", 0)
                .hasEntrySatisfying("waitingFor", it -> assertThat((String) it).startsWith("The relay "));

        relay.behave();
        later(Duration.ofMinutes(3));

        assertThat(house.progress(location)).containsEntry("sent", 2).containsEntry("waitingFor", null);
        assertThat(delivery(ADA)).containsEntry("attempts", 1);
        assertThat(relay.accepted(ADA) + relay.accepted(BOB)).isEqualTo(2);
    }

    @Test
    void aSenderThatIsRefusedForNowCostsNobodyAnAttempt() {
        relay.answer(Step.MAIL, "", "451 4.3.2 no space");
        assertThat(send()).containsEntry("retrying", 2);
        assertThat(delivery(ADA)).containsEntry("attempts", 0);

        relay.behave();
        later(Duration.ofMinutes(3));

        assertThat(delivery(BOB)).containsEntry("state", "sent").containsEntry("attempts", 1);
    }

    @Test
    void aRelayThatGoesOnAfterARefusedRecipientGetsNoMailForThem() {
        relay.answer(Step.RCPT, ADA, "550 5.1.1 nobody");
        relay.answer(Step.DATA, ADA, "354 go on nevertheless");

        assertThat(send()).containsEntry("rejected", 1).containsEntry("sent", 1);
        assertThat(relay.received(ADA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CHUNKING", "SIZE 1000000", "SMTPUTF8"})
    void whateverIsOfferedEverybodyGetsOneMail(String extensions) {
        relay.offer(extensions);

        assertThat(send()).containsEntry("sent", 2);
        assertThat(relay.accepted(ADA)).isEqualTo(1);
    }

    @Test
    void aMailLargerThanTheRelayTakesIsRejectedBeforeItLeaves() {
        relay.offer("SIZE 100");

        assertThat(send()).containsEntry("rejected", 2);
        assertThat(relay.received(ADA)).isEmpty();
    }
}
