package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.testing.ScriptedRelay.Step;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A relay that speaks of one recipient, or of us. */
@QuarkusTest
@TestProfile(ToARelay.class)
class RefusingRelayTest extends RelayFaults {
    private static final List<String> ALL = Stream.concat(
                    Stream.of(ADA, BOB), Stream.of("cyd", "dot", "eve").map(it -> it + "@engine.example"))
            .toList();

    @BeforeEach
    void fiveSubscribers() {
        ALL.subList(2, ALL.size()).forEach(it -> house.importActive(it, "moss"));
    }

    private void answerAll(Step step, String reply) {
        if (step == Step.MAIL) {
            relay.answer(step, "", reply);
        }
        ALL.forEach(it -> relay.answer(step, it, reply));
    }

    private int attempts() {
        return ALL.stream().mapToInt(it -> (int) delivery(it).get("attempts")).sum();
    }

    private void wait(Duration time) {
        house.clock().set(house.clock().instant().plus(time));
        deliver();
    }

    private void assertWaiting(String location, String words) {
        assertThat(house.progress(location))
                .containsEntry("state", "SENDING")
                .containsEntry("pauseReason", null)
                .containsEntry("rejected", 0)
                .hasEntrySatisfying("waitingFor", it -> assertThat((String) it).contains(words));
        assertThat(house.count("select count(*) from suppression")).isZero();
    }

    private void assertEverybodyHasOneMail(String location) {
        assertThat(house.progress(location)).containsEntry("sent", ALL.size()).containsEntry("state", "DONE");
        assertThat(ALL).allSatisfy(it -> assertThat(relay.accepted(it)).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 554 5.7.1 not from you",
        "DOT, 554 5.7.1 refused",
        "RCPT, 550 5.7.133 members only",
        "DOT, 550 no",
    })
    void aRefusalOfOneRecipientRejectsThatOneAndNobodyElse(Step step, String reply) {
        relay.answer(step, BOB, reply);

        assertThat(send())
                .containsEntry("state", "DONE")
                .containsEntry("rejected", 1)
                .containsEntry("sent", 4);

        assertThat(delivery(BOB)).containsEntry("state", "rejected").containsEntry("attempts", 1);
        assertThat(house.count("select count(*) from suppression")).isZero();
    }

    @Test
    void refusalsOfSeveralRecipientsThatNameThemStopNobody() {
        ALL.subList(0, 4).forEach(it -> relay.answer(Step.RCPT, it, "554 5.7.1 <" + it + ">: access denied"));

        assertThat(send())
                .containsEntry("state", "DONE")
                .containsEntry("rejected", 4)
                .containsEntry("sent", 1);
    }

    @Test
    void twoInARowThatHearTheSameAreRejected() {
        relay.answer(Step.DOT, ADA, "554 5.7.1 refused");
        relay.answer(Step.DOT, BOB, "554 5.7.1 refused");

        assertThat(send())
                .containsEntry("state", "DONE")
                .containsEntry("rejected", 2)
                .containsEntry("sent", 3);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.0 Sender address rejected: not known, 3",
        "RCPT, 550 5.1.90 the daily limit of recipients is used up, 3",
        "DOT, 554 5.4.5 Daily quota exceeded, 3",
        "DOT, 554 Message rejected: Email address is not verified., 3",
        "DOT, 554 5.7.1 refused, 3",
        "RCPT, 554 no, 3",
        "RCPT, 530 5.7.0 authentication required, 0",
        "MAIL, 550 5.1.8 sender refused, 0",
        "MAIL, 550 5.1.1 unknown, 0",
    })
    void aRelayThatRefusesUsIsTriedAgainWithOneMailAndTheSendGoesOnByItself(Step step, String reply, int tried) {
        answerAll(step, reply);
        var location = planned();
        deliver();
        assertWaiting(location, reply);
        assertThat(attempts()).isEqualTo(tried);

        wait(Duration.ofSeconds(30));
        assertThat(attempts()).as("before the time is over").isEqualTo(tried);
        wait(Duration.ofSeconds(31));
        assertWaiting(location, reply);
        assertThat(attempts()).as("one mail tried").isEqualTo(tried == 0 ? 0 : tried + 1);

        relay.behave();
        wait(Duration.ofSeconds(80));
        assertThat(ALL.stream().mapToLong(relay::accepted).sum())
                .as("later than the first time")
                .isZero();
        wait(Duration.ofSeconds(62));
        later(Duration.ofMinutes(5));
        assertEverybodyHasOneMail(location);
    }

    @Test
    void aRelayThatRefusesUsForLongIsAskedOnceAnHour() {
        answerAll(Step.RCPT, "550 5.4.5 daily limit reached");
        var location = planned();
        deliver();
        for (var hour = 0; hour < 12; hour++) {
            wait(Duration.ofHours(1));
        }
        assertWaiting(location, "daily limit");
        var before = attempts();
        wait(Duration.ofMinutes(30));
        assertThat(attempts()).isEqualTo(before);
        wait(Duration.ofMinutes(31));
        assertThat(attempts()).isEqualTo(before + 1);

        relay.behave();
        later(Duration.ofHours(2));
        assertEverybodyHasOneMail(location);
    }

    @Test
    void oneRecipientWhoseRefusalSpeaksOfUsIsRetriedAndInTheEndRejected() {
        relay.answer(Step.RCPT, BOB, "550 5.7.26 unauthenticated mail");

        assertThat(send()).containsEntry("sent", 4).containsEntry("retrying", 1).containsEntry("waitingFor", null);
        for (var hour = 0; hour < 26; hour++) {
            later(Duration.ofHours(1));
        }

        assertThat(delivery(BOB)).containsEntry("state", "rejected");
        assertThat((String) delivery(BOB).get("reason")).contains("24 hours");
        assertThat(house.count("select count(*) from suppression")).isZero();
    }

    @Test
    void afterAPolicyWasMendedEverybodyGetsTheSameBytesOnce() {
        answerAll(Step.DOT, "550 5.7.26 unauthenticated");
        var location = planned();
        deliver();
        var first = relay.received(ADA).get(0);

        relay.behave();
        later(Duration.ofMinutes(5));
        assertEverybodyHasOneMail(location);
        assertThat(relay.received(ADA).get(0).message()).isEqualTo(first.message());
    }

    @ParameterizedTest
    @CsvSource({"552 5.2.2 that mailbox is full, SUPPRESSED", "550 5.7.1 not today, ACTIVE", "550 no, ACTIVE"})
    void aMailboxThatIsFullOnThreeDaysInARowIsSuppressedAndNoOther(String reply, String state) {
        for (var day = 1; day <= 3; day++) {
            assertThat(house.stateOf(BOB)).isEqualTo("ACTIVE");
            relay.answer(Step.RCPT, BOB, reply);
            house.send(Map.of("day", DAY, "audience", Map.of("emails", List.of(ADA, BOB)), "force", true));
            house.clock().set(house.clock().instant().plus(Duration.ofDays(1)));
        }

        assertThat(house.stateOf(BOB)).isEqualTo(state);
        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 550 5.1.8 sender refused", "RCPT, 550 5.4.5 daily limit reached", "DOT, 554 5.7.1 refused"})
    void aConfirmationIsKeptWhileTheRelaySpeaksOfUs(Step step, String reply) {
        var newcomer = "newcomer@engine.example";
        relay.answer(step, step == Step.MAIL ? "" : newcomer, reply);
        house.signUp(Map.of("email", newcomer, "filters", List.of(Map.of("query", "moss"))))
                .statusCode(202);
        house.sendLetters();
        assertThat(relay.accepted(newcomer)).isZero();

        relay.behave();
        house.clock().set(house.clock().instant().plus(Duration.ofMinutes(3)));
        house.sendLetters();
        assertThat(relay.accepted(newcomer)).isEqualTo(1);
    }
}
