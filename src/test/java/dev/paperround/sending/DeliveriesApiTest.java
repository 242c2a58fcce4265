package dev.paperround.sending;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeliveriesApiTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final Map<String, Object> ALL = Map.of("day", DAY, "audience", Map.of("all", true));

    @BeforeEach
    void papers() {
        house.ingestRows(DAY, rows(row("2611.51001", "Robots at Sea", "Waves.", 4)));
    }

    @Test
    void theLedgerIsNarrowedByAddressSendAndState() {
        house.subscribe("got@ledger.example", "robots");
        house.subscribe("not@ledger.example", "cats");
        var send = house.send(ALL).get("id");
        house.send(ALL);

        for (var state : List.of("sent", "SENT", "Sent")) {
            house.admin()
                    .queryParam("state", state)
                    .get("/api/admin/deliveries")
                    .then()
                    .body("email", equalTo(List.of("got@ledger.example")))
                    .body("[0].send", equalTo(send))
                    .body("[0].papers", equalTo(List.of("2611.51001")))
                    .body("[0].at", notNullValue())
                    .body("[0].id", notNullValue())
                    .body("[0].smtpReply", notNullValue())
                    .body("[0]", hasKey("reason"));
        }
        house.admin()
                .queryParam("send", send)
                .get("/api/admin/deliveries")
                .then()
                .body("", hasSize(2));
        house.admin()
                .queryParam("state", "skipped")
                .get("/api/admin/deliveries")
                .then()
                .body("", hasSize(3));
        house.admin().queryParam("limit", 1).get("/api/admin/deliveries").then().body("", hasSize(1));
        assertThat(house.deliveries("GOT@ledger.example")).hasSize(2);
        assertThat(house.deliveries("nobody@ledger.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"state, lost", "send, first", "limit, 0", "limit, 1001", "email, ada"})
    void aBadParameterIsRefused(String name, String value) {
        house.admin()
                .queryParam(name, value)
                .get("/api/admin/deliveries")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(name));
    }

    @Test
    void sendsAreListedNewestFirst() {
        var first = house.send(ALL).get("id");
        var second = house.send(ALL).get("id");

        house.admin().get("/api/admin/sends").then().statusCode(200).body("id", equalTo(List.of(second, first)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99999999", "abc", "-1", "99999999999999999999"})
    void aSendNobodyStartedIsNotFound(String id) {
        house.admin().get("/api/admin/sends/" + id).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void thePreviewIsTheMailThatWouldCome() {
        house.subscribe("only@ledger.example", "robots");
        for (var type : List.of("text/html", "text/plain", "message/rfc822")) {
            var body = house.admin()
                    .accept(type)
                    .queryParam("email", "only@ledger.example")
                    .queryParam("day", DAY)
                    .get("/api/admin/preview")
                    .then()
                    .statusCode(200)
                    .contentType(type)
                    .extract()
                    .asString();
            assertThat(body).contains("at Sea");
        }
        assertThat(house.deliveries("only@ledger.example")).isEmpty();
        assertThat(house.mails("only@ledger.example")).hasSize(1);
    }

    @Test
    void thePreviewOfAForcedSendHoldsWhatWasReceived() {
        house.subscribe("again@ledger.example", "robots");
        house.send(ALL);

        previewed("again@ledger.example", "false").statusCode(404);
        previewed("again@ledger.example", "true").statusCode(200).body(containsString("at Sea"));
        previewed("again@ledger.example", "perhaps").statusCode(400).body("errors[0].field", equalTo("force"));
    }

    private ValidatableResponse previewed(String email, String force) {
        return house.admin()
                .accept("text/plain, application/problem+json")
                .queryParam("email", email)
                .queryParam("day", DAY)
                .queryParam("force", force)
                .get("/api/admin/preview")
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "look@ledger.example, 2020-01-01, 404",
        "nobody@ledger.example, 2026-11-18, 404",
        "look, 2026-11-18, 400",
        "look@ledger.example, soon, 400",
        "look@ledger.example, +999999999-12-31, 400"
    })
    void aPreviewOfNothingSaysWhy(String email, String day, int status) {
        house.subscribe("look@ledger.example", "robots");
        house.admin()
                .queryParam("email", email)
                .queryParam("day", day)
                .get("/api/admin/preview")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", notNullValue());
    }
}
