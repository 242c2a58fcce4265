package dev.paperround.sending.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.testing.InPublic;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider that takes few mails a second, and all others. */
@QuarkusTest
@TestProfile(InPublic.class)
class DomainBudgetsTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final int EACH = 6;

    @Inject
    AgroalDataSource database;

    @Inject
    DomainBudgets budgets;

    @BeforeEach
    void readers() {
        house.ingestRows(DAY, House.rows(House.row("2611.70001", "Kites that fly by night", "Of kites.", 3)));
        house.importList("email,queries,frequency,time_zone,send_at\n"
                        + List.of("gmail.com", "Uni.example", "else.example").stream()
                                .flatMap(domain -> IntStream.range(0, EACH).mapToObj(it -> "r" + it + "@" + domain))
                                .map(address -> address + ",kites,,,\n")
                                .collect(Collectors.joining()))
                .statusCode(200);
    }

    private String start() {
        var location = house.startSend(Map.of("day", DAY, "audience", Map.of("all", true)))
                .statusCode(202)
                .extract()
                .header("Location");
        house.planSends();
        return location;
    }

    private long sentTo(String domain) {
        return house.count("select count(*) from delivery d join subscriber s on s.id = d.subscriber_id"
                + " where d.state = 'SENT' and s.email_key like '%@" + domain + "'");
    }

    /** Not every round asks for the budgets, where one follows the other at once. */
    private void deliverTo(String domain, int mails) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).until(() -> {
            house.deliver();
            return sentTo(domain) >= mails;
        });
    }

    private void gmailMayHave(int mails) {
        house.sql("update domain_budget set tokens = " + mails + ", at = now() where name = 'gmail'");
    }

    @Test
    void aSlowGroupHoldsUpNobodyElseAndGetsWhatItsBudgetAllows() {
        gmailMayHave(0);
        var location = start();
        deliverTo("uni.example", EACH);
        assertThat(sentTo("else.example")).isEqualTo(EACH);
        assertThat(sentTo("uni.example")).isEqualTo(EACH);
        assertThat(sentTo("gmail.com")).isZero();

        for (var sent = 1; sent <= EACH; sent++) {
            assertThat(house.progress(location))
                    .containsEntry("state", "SENDING")
                    .containsEntry("retrying", 0);
            gmailMayHave(1);
            deliverTo("gmail.com", sent);
            assertThat(sentTo("gmail.com")).isEqualTo(sent);
        }
        assertThat(house.progress(location)).containsEntry("state", "DONE").containsEntry("sent", 3 * EACH);
    }

    @Test
    void noMoreIsSavedUpThanASecondsWorth() throws Exception {
        try (var connection = new LedgerConnection(database)) {
            budgets.adopt(connection);
            house.sql("update domain_budget set tokens = 0, at = now() - interval '1 hour' where name = 'lab'");
            assertThat(budgets.take(connection, "lab", 5_000)).isEqualTo(1_000);
        }
    }

    @Test
    void whatWasPlannedForAGroupThatHasNoRateAnyMoreGoesOut() throws Exception {
        gmailMayHave(0);
        var location = start();
        house.sql("update delivery set budget = 'forgotten' where budget = 'lab'");
        house.sql("update delivery_batch set budget = 'forgotten' where budget = 'lab'");
        try (var connection = new LedgerConnection(database)) {
            budgets.adopt(connection);
        }

        house.deliver();

        assertThat(sentTo("uni.example")).isEqualTo(EACH);
        assertThat(house.progress(location)).containsEntry("state", "SENDING");
    }
}
