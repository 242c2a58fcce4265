package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.paperround.sending.ledger.InstanceHeartbeat;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.testing.ScriptedRelay;
import dev.paperround.testing.ScriptedRelay.Step;
import dev.paperround.testing.ToARelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pausing, going on, ending early, and settling what nobody knows. */
@QuarkusTest
@TestProfile(ToARelay.class)
class SendControlTest extends RelayFaults {
    @Inject
    AgroalDataSource database;

    @Inject
    InstanceHeartbeat heartbeat;

    @Test
    void aPausedSendWaitsAndGoesOnWithoutLossOrRepetition() {
        var location = planned();
        post(location + "/pause")
                .statusCode(200)
                .body("state", equalTo("PAUSED"))
                .body("pauseReason", equalTo("Paused by an operator."));
        house.deliver();
        assertThat(house.progress(location)).containsEntry("pending", 2).containsEntry("secondsLeft", null);

        post(location + "/resume")
                .statusCode(200)
                .body("state", equalTo("SENDING"))
                .body("pauseReason", nullValue());
        house.deliver();

        assertThat(house.progress(location)).containsEntry("sent", 2).containsEntry("state", "DONE");
        assertThat(relay.accepted(ADA)).isEqualTo(1);
    }

    @Test
    void pausingWhilePlanningPausesThePlanningToo() {
        var location = house.startSend(Map.of("day", DAY, "audience", Map.of("all", true)))
                .extract()
                .header("Location");
        post(location + "/pause").statusCode(200);
        house.planSends();
        assertThat(house.progress(location)).containsEntry("planned", 0);

        post(location + "/resume").statusCode(200).body("state", equalTo("PLANNING"));
        house.planSends();
        house.deliver();

        assertThat(house.progress(location)).containsEntry("sent", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "cancel"})
    void whatIsOnTheWireFinishesAndNothingElseLeaves(String action) {
        var location = planned();
        var gate = new CountDownLatch(1);
        relay.answerAfter(gate, ADA);
        relay.answerAfter(gate, BOB);
        var delivering = CompletableFuture.runAsync(house::deliver);
        await().until(() -> relay.received(ADA).size() + relay.received(BOB).size() == 1);

        post(location + "/" + action).statusCode(200);
        gate.countDown();
        delivering.join();

        assertThat(relay.accepted(ADA) + relay.accepted(BOB)).isEqualTo(1);
        var progress = house.progress(location);
        assertThat(progress).containsEntry("sent", 1);
        if (action.equals("pause")) {
            assertThat(progress).containsEntry("pending", 1).containsEntry("state", "PAUSED");
            post(location + "/resume").statusCode(200);
            house.deliver();
            assertThat(house.progress(location)).containsEntry("sent", 2);
            assertThat(relay.accepted(ADA)).isEqualTo(1);
            assertThat(relay.accepted(BOB)).isEqualTo(1);
        } else {
            assertThat(progress)
                    .containsEntry("pending", 0)
                    .containsEntry("skipped", 1)
                    .containsEntry("state", "CANCELLED");
        }
    }

    @Test
    void aCancelledSendSkipsTheRestWithTheReasonAndItsPapersCountAsNotReceived() {
        var location = planned();
        post(location + "/cancel").statusCode(200).body("state", equalTo("CANCELLED"));
        house.deliver();

        assertThat(house.progress(location))
                .containsEntry("skipped", 2)
                .containsEntry("pending", 0)
                .hasEntrySatisfying("finishedAt", it -> assertThat(it).isNotNull());
        assertThat(delivery(ADA)).containsEntry("state", "skipped").containsEntry("reason", "The send was cancelled.");
        assertThat(send()).containsEntry("sent", 2);
    }

    @Test
    void whatCannotBeDoneToASendIsRefusedWithTheReason() {
        var location = planned();
        post(location + "/resume").statusCode(409).body("detail", containsString("not paused"));
        post(location + "/pause").statusCode(200);
        post(location + "/pause").statusCode(409).body("detail", containsString("paused already"));
        post(location + "/cancel").statusCode(200);
        for (var action : new String[] {"pause", "resume", "cancel"}) {
            post(location + "/" + action)
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("detail", notNullValue());
            post("/api/admin/sends/999999/" + action).statusCode(404);
        }
    }

    @Test
    void anUnknownDeliveryIsSettledAsSent() {
        relay.answer(Step.DOT, ADA, ScriptedRelay.DROP);
        send();
        var id = delivery(ADA).get("id");

        settle(id, "sent").statusCode(200).body("state", equalTo("sent"));

        settle(id, "sent").statusCode(409).body("detail", containsString("this one is sent"));
        settle(id, "perhaps").statusCode(400);
        settle(999999, "sent").statusCode(404);
    }

    @Test
    void anUnknownDeliveryIsSentAgainWithTheSameBytesWhereThatIsSettled() {
        relay.answer(Step.DOT, ADA, ScriptedRelay.DROP);
        var location = planned();
        house.deliver();
        var first = relay.received(ADA);
        relay.answer(Step.DOT, ADA, "250 2.0.0 queued");

        settle(delivery(ADA).get("id"), "retry").statusCode(200).body("state", equalTo("retrying"));
        house.deliver();

        assertThat(relay.received(ADA)).hasSize(2);
        assertThat(relay.received(ADA).get(1).message())
                .isEqualTo(relay.received(ADA).get(0).message());
        assertThat(house.progress(location)).containsEntry("state", "DONE").containsEntry("sent", 2);
    }

    @Test
    void anAcceptanceThatComesAfterTheLeaseWasLostStillCounts() {
        var location = planned();
        var gate = new CountDownLatch(1);
        relay.answerAfter(gate, ADA);
        relay.answerAfter(gate, BOB);
        var delivering = CompletableFuture.runAsync(house::deliver);
        await().until(() -> relay.received(ADA).size() + relay.received(BOB).size() == 1);
        await().until(() -> {
            takeOverFromEverybody();
            return house.progress(location).get("unknown").equals(1);
        });

        gate.countDown();
        delivering.join();

        assertThat(house.progress(location)).containsEntry("sent", 2).containsEntry("unknown", 0);
        assertThat(relay.received(ADA)).hasSize(1);
        assertThat(relay.received(BOB)).hasSize(1);
    }

    private void leasedByOneThatVanished() {
        house.sql("insert into sender values ('gone', now() - interval '1 second')");
        house.sql("select spell_out_batches(array(select id from delivery_batch))");
        house.sql("update delivery set state = 'LEASED', owner = 'gone/1'");
    }

    private void takeOverFromEverybody() {
        house.sql("update sender set alive_until = now() - interval '1 minute'");
        try (var connection = new LedgerConnection(database)) {
            heartbeat.takeOver(connection);
        }
    }

    @Test
    void whatAnInstanceThatVanishedHadClaimedGoesOnAndWhatItWasSendingIsUnknown() {
        var location = planned();
        leasedByOneThatVanished();
        house.sql(
                "insert into sender_journal (sender, slot, seq, in_flight) select 'gone', 1, 1, array[id] from delivery"
                        + " where subscriber_id = (select id from subscriber where email = '" + ADA + "')");

        house.deliver();

        assertThat(delivery(ADA)).containsEntry("state", "unknown");
        assertThat(delivery(BOB)).containsEntry("state", "sent");
        assertThat(house.progress(location)).containsEntry("unknown", 1).containsEntry("sent", 1);
    }

    @Test
    void whatAnInstanceThatVanishedHadOnlyInItsJournalIsSent() {
        var location = planned();
        leasedByOneThatVanished();
        house.sql(
                "insert into sender_journal (sender, slot, seq, in_flight) select 'gone', 1, 1, array_agg(id) from delivery");
        house.sql(
                "insert into sender_journal (sender, slot, seq, accepted, codes, replies)"
                        + " select 'gone', 2, 2, array_agg(id), '{250,250}', '{\"2.0.0 Taken\",\"2.0.0 Taken\"}' from delivery");

        house.deliver();

        assertThat(delivery(ADA)).containsEntry("state", "sent").containsEntry("smtpReply", "2.0.0 Taken");
        assertThat(house.progress(location)).containsEntry("sent", 2).containsEntry("state", "DONE");
        assertThat(relay.received(ADA)).isEmpty();
    }
}
