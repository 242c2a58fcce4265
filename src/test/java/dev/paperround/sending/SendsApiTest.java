package dev.paperround.sending;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SendsApiTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final Map<String, Object> ALL = Map.of("day", DAY, "audience", Map.of("all", true));

    @BeforeEach
    void papers() {
        house.ingestRows(
                DAY, rows(row("2611.50001", "Robots at Sea", "Waves.", 4), row("2611.50002", "Rain", "Roofs.", 2)));
    }

    @Test
    void aSendTellsWhereToFollowItAndHowFarItIs() {
        house.subscribe("follow@sends.example", "robots");

        var location = house.startSend(ALL)
                .statusCode(202)
                .header("Location", matchesPattern("/api/admin/sends/\\d+"))
                .extract()
                .header("Location");

        assertThat(house.progress(location))
                .containsKeys("id", "day", "state", "planned", "skipped", "pending", "sent", "retrying", "rejected")
                .containsKeys("unknown", "startedAt", "finishedAt", "mailsPerSecond")
                .containsEntry("day", DAY)
                .containsEntry("state", "PLANNING");
        house.planSends();
        assertThat(house.progress(location))
                .containsEntry("state", "SENDING")
                .containsEntry("planned", 1)
                .containsEntry("pending", 1)
                .containsEntry("finishedAt", null);
        house.deliver();
        assertThat(house.progress(location))
                .containsEntry("state", "DONE")
                .containsEntry("pending", 0)
                .containsEntry("sent", 1)
                .hasEntrySatisfying("finishedAt", it -> assertThat(it).isNotNull());
    }

    @Test
    void theLocationIsNeverMadeOfTheHostHeader() {
        house.admin()
                .header("Host", "evil.example")
                .contentType("application/json")
                .body(ALL)
                .post("/api/admin/sends")
                .then()
                .statusCode(202)
                .header("Location", matchesPattern("/api/admin/sends/\\d+"));
    }

    @Test
    void theSameKeyStartsNothingNew() {
        house.subscribe("key@sends.example", "robots");
        var first = keyed("k1", ALL).statusCode(202).extract().header("Location");

        keyed("k1", ALL).statusCode(202).header("Location", equalTo(first));
        house.planSends();
        house.deliver();
        keyed("k1", ALL).statusCode(202).header("Location", equalTo(first));
        keyed("k1", Map.of("day", DAY, "audience", Map.of("all", true), "force", true))
                .statusCode(422)
                .contentType("application/problem+json");
        keyed("k2", ALL).statusCode(202);
        house.planSends();
        house.deliver();

        house.admin().get("/api/admin/sends").then().body("", hasSize(2));
        assertThat(house.mails("key@sends.example")).hasSize(2);
    }

    @Test
    void aKeyedCallWithoutADayStaysTheSameWhenANewDayComes() {
        Map<String, Object> undated = Map.of("audience", Map.of("all", true));
        var first = keyed("k3", undated)
                .statusCode(202)
                .body("day", equalTo(DAY))
                .extract()
                .header("Location");
        house.ingestRows("2026-11-19", rows(row("2611.50003", "More Rain", "Roofs.", 2)));

        keyed("k3", undated).statusCode(202).header("Location", equalTo(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"day\":\"2026-11-18\"}",
                "{\"audience\":{}}",
                "{\"audience\":null}",
                "{\"audience\":{\"all\":false}}",
                "{\"audience\":{\"emails\":[]}}",
                "{\"audience\":{\"all\":true,\"emails\":[\"ada@sends.example\"]}}"
            })
    void aSendNeedsAnAudience(String body) {
        house.startSend(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("audience"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"audience\":\"all\"}",
                "{\"audience\":{\"emails\":[\"ada\"]}}",
                "{\"audience\":{\"emails\":[null]}}",
                "{\"audience\":{\"emails\":\"ada@sends.example\"}}",
                "{\"audience\":{\"all\":true},\"day\":\"soon\"}",
                "{\"audience\":{\"all\":true},\"day\":\"2026-02-30\"}",
                "{\"audience\":{\"all\":true},\"day\":\"+999999999-12-31\"}",
                "{\"audience\":{\"all\":true},\"force\":\"perhaps\"}"
            })
    void anUnreadableCallIsRefused(String body) {
        house.startSend(body).statusCode(400).contentType("application/problem+json");
        house.admin().get("/api/admin/sends").then().body("", hasSize(0));
    }

    @Test
    void twoSendsAtOnceBringAPaperOnce() {
        house.subscribe("overlap@sends.example", "robots");
        house.startSend(ALL).statusCode(202);
        house.startSend(ALL).statusCode(202);
        house.planSends();
        house.deliver();

        assertThat(house.mails("overlap@sends.example")).hasSize(2);
    }

    private ValidatableResponse keyed(String key, Map<String, Object> request) {
        return house.admin()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post("/api/admin/sends")
                .then();
    }
}
