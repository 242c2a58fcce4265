package dev.paperround.sending.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.sending.RelayFaults;
import dev.paperround.testing.ToARelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Deliveries that are claimed together, and what becomes of those that do not end together. */
@QuarkusTest
@TestProfile(ToARelay.class)
class DeliveryBatchesTest extends RelayFaults {
    private static final String ADAS =
            "select id from delivery where subscriber_id = (select id from subscriber where email = '" + ADA + "')";

    @Inject
    AgroalDataSource database;

    @Inject
    Ledger ledger;

    @Inject
    InstanceHeartbeat heartbeat;

    @Test
    void aPageOfPlansIsFiveHundredToABatchAndNoBatchOutlivesItsMails() {
        house.importList(IntStream.range(0, 499)
                        .mapToObj(it -> "r" + it + "@many.example,moss,,,\n")
                        .collect(Collectors.joining("", "email,queries,frequency,time_zone,send_at\n", "")))
                .statusCode(200);
        var location = planned();
        assertThat(batches("owner is null")).isEqualTo(2);
        assertThat(house.count("select max(cardinality(deliveries)) from delivery_batch"))
                .isEqualTo(500);

        house.deliver();

        assertThat(house.progress(location)).containsEntry("state", "DONE").containsEntry("sent", 501);
        assertThat(batches("true")).isZero();
        assertThat(singly()).isZero();
    }

    @Test
    void whoWantsFewerTakesAPartAndNobodyTakesItAgain() {
        var location = planned();
        try (var connection = new LedgerConnection(database)) {
            heartbeat.beat(connection, Optional.empty());
            var send = ledger.openSends(connection).get(0);
            var claimed = new ArrayList<>(ledger.claim(connection, send, DomainBudgets.NONE, 1));
            assertThat(claimed).hasSize(1);
            assertThat(batches("owner is null")).isEqualTo(1);
            claimed.addAll(ledger.claim(connection, send, DomainBudgets.NONE, 1));
            assertThat(ledger.claim(connection, send, DomainBudgets.NONE, 1)).isEmpty();
            assertThat(claimed.stream().map(LeasedDelivery::id).distinct()).hasSize(2);

            house.deliver();
            assertThat(house.progress(location)).containsEntry("pending", 2).containsEntry("state", "SENDING");

            ledger.release(connection, claimed);
            ledger.release(connection, claimed);
        }
        assertThat(singly()).as("come back one by one").isEqualTo(2);
        house.deliver();

        assertThat(house.progress(location)).containsEntry("state", "DONE").containsEntry("sent", 2);
        assertThat(List.of(relay.accepted(ADA), relay.accepted(BOB))).containsOnly(1L);
    }

    @Test
    void ofABatchOfAnInstanceThatVanishedTheRestGoesOn() {
        var location = claimedByOneThatVanished();
        house.sql("insert into sender_journal (sender, slot, seq, in_flight) select 'gone', 1, 1, array_agg(id) from ("
                + ADAS + ") ada");

        house.deliver();

        assertThat(delivery(ADA)).containsEntry("state", "unknown");
        assertThat(delivery(BOB)).containsEntry("state", "sent");
        assertThat(house.progress(location))
                .containsEntry("state", "DONE")
                .containsEntry("unknown", 1)
                .containsEntry("sent", 1);
        assertThat(relay.received(ADA)).isEmpty();
    }

    @Test
    void ofABatchOfAnInstanceThatVanishedWhatItsJournalHasIsSent() {
        var location = claimedByOneThatVanished();
        house.sql("insert into sender_journal (sender, slot, seq, accepted, codes, replies)"
                + " select 'gone', 1, 1, array_agg(id), '{250}', '{2.0.0 Taken}' from (" + ADAS + ") ada");

        house.deliver();

        assertThat(delivery(ADA)).containsEntry("state", "sent").containsEntry("smtpReply", "2.0.0 Taken");
        assertThat(house.progress(location)).containsEntry("state", "DONE").containsEntry("sent", 2);
        assertThat(relay.received(ADA)).isEmpty();
        assertThat(relay.received(BOB)).hasSize(1);
    }

    private String claimedByOneThatVanished() {
        var location = planned();
        house.sql("insert into sender (id, alive_until) values ('gone', now() - interval '1 second')");
        house.sql("update delivery_batch set sender = 'gone', owner = 'gone/1'");
        return location;
    }

    private long batches(String which) {
        return house.count("select count(*) from delivery_batch where " + which);
    }

    private long singly() {
        return house.count("select count(*) from delivery where next_attempt_at is not null");
    }
}
