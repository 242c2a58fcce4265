package dev.paperround.sending;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets no mail, whatever an operator wants. */
@QuarkusTest
class ConsentTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final Map<String, Object> ALL = Map.of("day", DAY, "audience", Map.of("all", true));

    @BeforeEach
    void papers() {
        house.ingestRows(DAY, rows(row("2611.52001", "Robots at Sea", "Waves.", 4)));
    }

    @Test
    void whoMayNotGetMailIsSkippedWithTheReason() {
        house.subscribe("yes@consent.example", "robots");
        house.subscribe("gone@consent.example", "robots");
        house.unsubscribe("gone@consent.example");
        house.signUp(Map.of("email", "pending@consent.example", "filters", List.of(Map.of("query", "robots"))));
        house.sendLetters();

        var send = house.send(Map.of(
                "day",
                DAY,
                "audience",
                Map.of(
                        "emails",
                        List.of(
                                "YES@consent.example",
                                "yes@consent.example",
                                "gone@consent.example",
                                "pending@consent.example",
                                "nobody@consent.example"))));

        assertThat(send)
                .containsEntry("planned", 1)
                .containsEntry("sent", 1)
                .containsEntry("skipped", 3)
                .containsEntry("state", "DONE");
        assertThat(house.deliveries("nobody@consent.example").get(0))
                .containsEntry("state", "skipped")
                .containsEntry("email", "nobody@consent.example")
                .containsEntry("reason", "This address is not subscribed.");
        assertThat(house.deliveries("gone@consent.example").get(0)).containsEntry("reason", "Unsubscribed.");
        assertThat(house.deliveries("pending@consent.example").get(0))
                .containsEntry("reason", "The subscription was not confirmed.");
        assertThat(house.mails("nobody@consent.example")).isEmpty();
    }

    @Test
    void whoUnsubscribesBetweenPlanAndDeliveryGetsNothing() {
        house.subscribe("quick@consent.example", "robots");
        var location = house.startSend(ALL).extract().header("Location");
        house.planSends();

        house.unsubscribe("quick@consent.example");
        house.deliver();

        assertThat(house.mails("quick@consent.example")).hasSize(1);
        assertThat(house.progress(location))
                .containsEntry("state", "DONE")
                .containsEntry("skipped", 1)
                .containsEntry("planned", 0)
                .containsEntry("sent", 0);
        assertThat(house.deliveries("quick@consent.example").get(0))
                .containsEntry("state", "skipped")
                .containsEntry("reason", "Unsubscribed.");
    }

    @Test
    void whoWasErasedBetweenPlanAndDeliveryGetsNothing() {
        var token = house.subscribe("erased@consent.example", "robots");
        var location = house.startSend(ALL).extract().header("Location");
        house.planSends();

        house.owner(token).delete("/api/subscription").then().statusCode(204);
        house.deliver();

        assertThat(house.mails("erased@consent.example")).hasSize(1);
        assertThat(house.progress(location)).containsEntry("state", "DONE").containsEntry("sent", 0);
    }
}
