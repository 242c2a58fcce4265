package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.HouseWithRelay;
import dev.paperround.sending.ledger.ResultQuarantine;
import dev.paperround.testing.ScriptedRelay;
import dev.paperround.testing.ScriptedRelay.Step;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a delivery when the relay misbehaves at each step. */
@QuarkusTest
@TestProfile(ToARelay.class)
class RelayFaultsTest extends HouseWithRelay {
    private static final String DAY = "2026-11-18";
    private static final String ADA = "ada@faults.example";
    private static final String BOB = "bob@faults.example";

    @Inject
    ResultQuarantine quarantine;

    @BeforeEach
    void twoSubscribers() {
        house.ingestPage(
                DAY,
                "Rain\n\nA study of rain on roofs, in gutters and on the heads of those who measure it, "
                        + "over a year of mostly bad weather.\n\n  • 2 authors\n·\nNov 17\n");
        house.importActive(ADA, "rain");
        house.importActive(BOB, "rain");
    }

    private Map<String, Object> send() {
        return house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
    }

    private Map<String, Object> delivery(String email) {
        var deliveries = house.deliveries(email);
        assertThat(deliveries).hasSize(1);
        return deliveries.get(0);
    }

    private Map<String, Object> today(String email) {
        return house.admin()
                .get("/api/admin/subscribers/" + email + "/history")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("[0]");
    }

    private void later(Duration time) {
        // An idle connection that the relay closed meanwhile costs a round, and nothing else.
        for (var round = 0; round < 2; round++) {
            house.clock().set(house.clock().instant().plus(time));
            house.deliver();
        }
    }

    @Test
    void anAddressThatIsRefusedForGoodIsRejectedAndTheOthersGetTheirMail() {
        relay.answer(Step.RCPT, ADA, "550 5.1.1 no such mailbox");

        assertThat(send()).containsEntry("rejected", 1).containsEntry("sent", 1).containsEntry("state", "DONE");

        assertThat(delivery(ADA))
                .containsEntry("state", "rejected")
                .containsEntry("smtpCode", 550)
                .containsEntry("attempts", 1);
        assertThat((String) delivery(ADA).get("smtpReply")).contains("no such mailbox");
        assertThat(relay.received(BOB)).hasSize(1);
        assertThat(relay.received(ADA)).isEmpty();
        assertThat(today(ADA)).containsEntry("outcome", "REJECTED").hasEntrySatisfying("reason", it -> assertThat(
                        (String) it)
                .startsWith("The mailbox refused it: ")
                .contains("no such mailbox"));
    }

    @Test
    void theNewestDeliveriesAreListedOverManySendsByStateSendAndPerson() {
        relay.answer(Step.RCPT, ADA, "550 5.7.1 not today");
        for (var sends = 0; sends < 4; sends++) {
            house.send(Map.of("day", DAY, "audience", Map.of("all", true), "force", true));
        }
        var all = listed("limit=100");
        assertThat(all).hasSize(8);
        assertThat(ids(all)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ids(listed("limit=3"))).isEqualTo(ids(all).subList(0, 3));
        assertThat(listed("state=sent")).hasSize(4).allMatch(it -> it.get("email")
                .equals(BOB));
        assertThat(ids(listed("state=rejected&limit=2"))).hasSize(2).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(listed("state=retrying")).isEmpty();
        assertThat(listed("send=" + all.get(0).get("send"))).hasSize(2);
        assertThat(listed("send=" + all.get(0).get("send") + "&state=sent")).hasSize(1);
        assertThat(listed("send=999999")).isEmpty();
        assertThat(listed("email=" + BOB)).hasSize(4);
    }

    private List<Map<String, Object>> listed(String query) {
        return house.admin()
                .get("/api/admin/deliveries?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    private static List<Integer> ids(List<Map<String, Object>> deliveries) {
        return deliveries.stream().map(it -> (Integer) it.get("id")).toList();
    }

    @Test
    void aReplyThatTheDatabaseNeverTakesKeepsNobodysMailFromBeingRecorded() {
        relay.answer(Step.DOT, ADA, "250 2.0.0 poison");
        for (var table : List.of("delivery", "sender_journal")) {
            var words = table.equals("delivery") ? "new.smtp_reply" : "array_to_string(new.replies, ' ')";
            refuse(table, words + " like '%poison%'");
            try {
                assertThat(send())
                        .as(table)
                        .containsEntry("sent", 2)
                        .containsEntry("unknown", 0)
                        .containsEntry("state", "DONE");
                assertThat(delivery(ADA))
                        .containsEntry("state", "sent")
                        .containsEntry("smtpCode", 250)
                        .containsEntry("smtpReply", "The database refused to keep what the relay said.");
            } finally {
                house.sql("drop function refuse cascade");
            }
            house.sql("truncate send, send_count, delivery, delivery_batch, delivery_message cascade");
        }
        assertThat(relay.received(ADA)).hasSize(2);
        assertThat(quarantine.unrecorded()).isZero();
    }

    @Test
    void aResultThatCannotBeRecordedAtAllKeepsNoOtherFromIt() {
        var before = quarantine.unrecorded();
        refuse(
                "delivery",
                "new.state = 'SENT' and new.subscriber_id = (select id from subscriber where email = '" + ADA + "')");
        try {
            assertThat(send()).containsEntry("sent", 1);
            assertThat(delivery(BOB)).containsEntry("state", "sent");
            assertThat(quarantine.unrecorded()).isEqualTo(before + 1);
            house.admin()
                    .get("/api/admin/doctor")
                    .then()
                    .body(
                            "find { it.check == 'ledger' }.says",
                            Matchers.startsWith((before + 1) + " results of mails could not be recorded"));
        } finally {
            house.sql("drop function refuse cascade");
        }
        house.deliver();
        assertThat(relay.received(ADA)).hasSize(1);
    }

    private void refuse(String table, String row) {
        house.sql("""
                create function refuse() returns trigger language plpgsql as $$ begin
                    if %s then raise exception 'this database takes no such row'; end if;
                    return new;
                end $$;
                create trigger refuse before update on %s for each row execute function refuse()""".formatted(row, table));
    }

    @Test
    void aMailThatIsRefusedForNowIsTriedAgainWithTheSameBytes() {
        relay.answer(Step.DOT, ADA, "451 4.3.0 try later");
        assertThat(send()).containsEntry("retrying", 1).containsEntry("sent", 1).containsEntry("state", "SENDING");
        house.deliver();
        assertThat(relay.received(ADA)).hasSize(1);
        assertThat(today(ADA))
                .containsEntry("outcome", "RETRYING")
                .hasEntrySatisfying("reason", it -> assertThat((String) it).contains("try later; tried again at "));

        house.ingestRows(DAY, "[{\"paper\": {\"id\": \"2611.90001\", \"title\": \"Rain\", \"upvotes\": 99}}]");
        relay.answer(Step.DOT, ADA, "250 2.0.0 queued");
        later(Duration.ofMinutes(2));

        var tries = relay.received(ADA);
        assertThat(tries).hasSize(2);
        assertThat(tries.get(1).message()).isEqualTo(tries.get(0).message());
        assertThat(delivery(ADA)).containsEntry("state", "sent").containsEntry("attempts", 2);
    }

    @Test
    void afterADayOfTemporaryRefusalsTheMailIsGivenUp() {
        relay.answer(Step.RCPT, ADA, "450 4.2.0 greylisted");
        send();
        for (var hour = 0; hour < 30; hour++) {
            later(Duration.ofHours(1));
        }

        assertThat(delivery(ADA)).containsEntry("state", "rejected").containsEntry("smtpCode", 450);
        assertThat((String) delivery(ADA).get("reason")).contains("24 hours");
    }

    @Test
    void aConnectionThatDiesAfterTheDotLeavesTheMailUnknownAndItIsNotSentAgain() {
        relay.answer(Step.DOT, ADA, ScriptedRelay.DROP);
        assertThat(send()).containsEntry("unknown", 1);
        relay.answer(Step.DOT, ADA, "250 2.0.0 queued");
        later(Duration.ofHours(2));

        assertThat(relay.received(ADA)).hasSize(1);
        assertThat(relay.received(BOB)).hasSize(1);
        assertThat(delivery(ADA)).containsEntry("state", "unknown");
        assertThat(send()).containsEntry("planned", 0).containsEntry("skipped", 2);
    }

    @Test
    void aConnectionThatDiesBeforeTheBodyCostsNoAttempt() {
        relay.answer(Step.DATA, ADA, ScriptedRelay.DROP);
        send();
        assertThat(delivery(ADA)).containsEntry("state", "retrying").containsEntry("attempts", 0);

        relay.answer(Step.DATA, ADA, "354 go ahead");
        later(Duration.ofMinutes(2));

        assertThat(delivery(ADA)).containsEntry("state", "sent").containsEntry("attempts", 1);
        assertThat(delivery(BOB)).containsEntry("state", "sent");
        assertThat(relay.received(BOB)).hasSize(1);
    }

    @Test
    void aRelayThatTurnsConnectionsAwayCostsNothingAndIsAskedAgain() {
        relay.answer(Step.CONNECT, "", "421 4.3.2 too busy");
        assertThat(send()).containsEntry("pending", 2).containsEntry("state", "SENDING");

        relay.behave();
        later(Duration.ofMinutes(1));

        assertThat(delivery(ADA)).containsEntry("state", "sent").containsEntry("attempts", 1);
        assertThat(delivery(BOB)).containsEntry("state", "sent").containsEntry("attempts", 1);
    }

    @Test
    void aClosingRelayIsTakenAtItsWordAndTheRestGoesOverAnotherConnection() {
        relay.answer(Step.DOT, ADA, "421 4.7.0 closing");

        assertThat(send()).containsEntry("retrying", 1).containsEntry("sent", 1);
    }
}
