package dev.paperround.sending.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.sending.RelayFaults;
import dev.paperround.testing.ToARelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way to the database is lost after it has committed a claim, and before it could say so. */
@QuarkusTest
@TestProfile(ToARelay.class)
class UnconfirmedLeasesTest extends RelayFaults {
    @Inject
    Ledger ledger;

    @Inject
    InstanceHeartbeat heartbeat;

    @Inject
    AgroalDataSource database;

    @Test
    void whatNobodyKnowsToHoldGoesBackAndLeavesOnce() {
        var location = planned();
        try (var connection = new LedgerConnection(database)) {
            heartbeat.beat(connection, Optional.empty());
            var lost = new UnconfirmedLeases();
            for (var send : ledger.openSends(connection)) {
                var claimed = ledger.claim(connection, send, DomainBudgets.NONE, 10);
                claimed.stream().map(LeasedDelivery::owner).distinct().forEach(it -> lost.add(send, it));
            }
            house.deliver();
            assertThat(house.progress(location))
                    .containsEntry("state", "SENDING")
                    .containsEntry("pending", 2);

            lost.giveBack(connection, "a test");
            lost.giveBack(connection, "a test");
        }
        house.deliver();

        assertThat(house.progress(location)).containsEntry("state", "DONE").containsEntry("sent", 2);
        assertThat(List.of(relay.accepted(ADA), relay.accepted(BOB))).containsOnly(1L);
    }
}
