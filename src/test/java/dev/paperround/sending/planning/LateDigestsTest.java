package dev.paperround.sending.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.sending.RelayFaults;
import dev.paperround.testing.ScriptedRelay;
import dev.paperround.testing.ScriptedRelay.Step;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scheduled digests that are held up, or cancelled: each is skipped with the reason, and the next one has its papers. */
@QuarkusTest
@TestProfile(ToARelay.class)
class LateDigestsTest extends RelayFaults {
    private static final String TOO_LATE = "Too late: the service could not send within 6 hours of the hour chosen.";

    @BeforeEach
    void adaIsDueAtEightAndBobAtNoon() {
        house.setClock("2026-11-18T07:00:00Z");
        house.sql("update paper set created_at = '2026-11-18T06:00:00Z'");
        house.sql("update subscriber set frequency = 'DAILY', send_at = '08:00', next_due_at = '2026-11-18T08:00:00Z'");
        house.sql("update subscriber set send_at = '12:00', next_due_at = '2026-11-18T12:00:00Z' where email = '" + BOB
                + "'");
    }

    @Test
    void whoIsDueAfterTheDaysSendWasCancelledIsSkippedAndGetsThePapersTomorrow() {
        at("2026-11-18T08:00:30Z");
        assertThat(relay.accepted(ADA)).isOne();
        post(scheduled() + "/cancel").statusCode(200);
        at("2026-11-18T08:01:00Z");
        assertThat(house.progress(scheduled()).get("finishedAt")).isNotNull();

        at("2026-11-18T12:00:30Z");

        assertThat(delivery(BOB)).containsEntry("state", "skipped").containsEntry("reason", "The send was cancelled.");
        assertThat(house.progress(scheduled()))
                .containsEntry("state", "CANCELLED")
                .containsEntry("pending", 0)
                .containsEntry("skipped", 1);
        assertThat(house.count("select count(*) from delivery_batch")).isZero();
        at("2026-11-19T12:00:30Z");
        assertThat(relay.accepted(BOB)).isOne();
        assertThat(relay.accepted(ADA)).isOne();
    }

    @Test
    void aRelayThatIsAwayForSevenHoursBringsNobodyAStaleDigest() {
        relay.answer(Step.CONNECT, "", ScriptedRelay.DROP);
        at("2026-11-18T08:00:30Z");
        at("2026-11-18T13:59:00Z");
        assertThat(delivery(ADA)).containsEntry("state", "pending");

        at("2026-11-18T14:00:30Z");

        assertThat(delivery(ADA)).containsEntry("state", "skipped").containsEntry("reason", TOO_LATE);
        relay.behave();
        at("2026-11-18T15:00:00Z");
        assertThat(relay.received(ADA)).isEmpty();
        assertThat(relay.accepted(BOB)).as("has three hours left").isOne();
        at("2026-11-19T08:00:30Z");
        assertThat(relay.accepted(ADA)).as("the paper is a candidate again").isOne();
    }

    @Test
    void aProgramThatWasAwayForTwoDaysSkipsWhatItHadPlannedAndPlansItsPapersAnew() {
        house.setClock("2026-11-18T08:00:30Z");
        house.planDue();
        assertThat(delivery(ADA)).containsEntry("state", "pending");

        house.setClock("2026-11-20T08:00:30Z");
        // The first tick passes over yesterday's.
        house.planDue();
        house.planDue();
        house.deliver();

        assertThat(relay.accepted(ADA)).isOne();
        assertThat(house.deliveries(ADA))
                .extracting(it -> it.get("state"))
                .containsExactly("sent", "skipped", "skipped");
        assertThat(house.deliveries(ADA).get(2)).containsEntry("reason", TOO_LATE);
    }

    @Test
    void ofAPausedSendWhatIsTooLateIsSkippedAndNothingOfItLeavesADayLater() {
        house.setClock("2026-11-18T08:00:30Z");
        house.planDue();
        post(scheduled() + "/pause").statusCode(200);
        at("2026-11-18T12:00:30Z");
        at("2026-11-18T14:00:30Z");
        assertThat(delivery(ADA)).containsEntry("state", "skipped").containsEntry("reason", TOO_LATE);
        assertThat(delivery(BOB)).containsEntry("state", "pending");

        at("2026-11-19T09:00:00Z");
        post(scheduled() + "/resume").statusCode(200);
        at("2026-11-19T09:00:30Z");

        assertThat(house.deliveries(BOB).get(0)).containsEntry("state", "skipped");
        assertThat(relay.received(BOB)).isEmpty();
        assertThat(relay.accepted(ADA)).as("today's").isOne();
        at("2026-11-21T00:00:30Z");
        assertThat(house.progress(scheduled())).containsEntry("state", "DONE").containsEntry("pending", 0);
    }

    @Test
    void aDigestThatIsRefusedForNowIsTriedUntilItsSixHoursAreOverAndThenSkippedWithTheReply() {
        relay.answer(Step.DOT, ADA, "451 4.3.0 come back");
        at("2026-11-18T08:00:30Z");
        for (var minute = 1; minute <= 360; minute += 3) {
            house.clock().set(house.now().plus(Duration.ofMinutes(3)));
            house.deliver();
        }

        assertThat(delivery(ADA))
                .containsEntry("state", "skipped")
                .containsEntry("reason", TOO_LATE)
                .hasEntrySatisfying("smtpReply", it -> assertThat((String) it).contains("come back"));
        assertThat(house.count("select count(*) from delivery_message")).isZero();
        var attempts = relay.received(ADA).size();
        assertThat(attempts).isBetween(8, 12);
        relay.behave();
        at("2026-11-18T18:00:00Z");
        assertThat(relay.received(ADA)).isEmpty();
        at("2026-11-19T08:00:30Z");
        assertThat(relay.accepted(ADA)).isOne();
    }

    @Test
    void aSendByHandHasNoHourAndLeavesWhenItCan() {
        var location = planned();

        house.clock().set(house.now().plus(Duration.ofDays(2)));
        house.deliver();

        assertThat(house.progress(location)).containsEntry("state", "DONE").containsEntry("sent", 2);
    }

    @Test
    void whatAnOperatorSettlesAsToBeSentAgainLeavesThoughItIsLate() {
        relay.answer(Step.DOT, ADA, ScriptedRelay.DROP);
        at("2026-11-18T08:00:30Z");
        assertThat(delivery(ADA)).containsEntry("state", "unknown");
        relay.behave();
        house.setClock("2026-11-18T18:00:00Z");

        settle(delivery(ADA).get("id"), "retry").statusCode(200);
        house.deliver();

        assertThat(relay.accepted(ADA)).isOne();
        assertThat(delivery(ADA)).containsEntry("state", "sent");
    }

    /** One tick of the jobs. */
    private void at(String now) {
        house.setClock(now);
        house.planDue();
        house.deliver();
    }

    private String scheduled() {
        return "/api/admin/sends/" + house.count("select min(id) from send where kind = 'SCHEDULED'");
    }
}
