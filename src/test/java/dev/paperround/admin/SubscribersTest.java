package dev.paperround.admin;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SubscribersTest extends EmptyHouse {
    private static final String HEADER = "email,queries,frequency,time_zone,send_at\n";

    @Test
    void theListShowsWhatEachOneWants() {
        house.importList(HEADER + "ada@list.example,robots,WEEKLY,Europe/Paris,07:30\n");

        list("q", "ada@list")
                .body("[0].email", equalTo("ada@list.example"))
                .body("[0].state", equalTo("ACTIVE"))
                .body("[0].filters.query", equalTo(List.of("robots")))
                .body("[0].frequency", equalTo("WEEKLY"))
                .body("[0].weekday", equalTo("MONDAY"))
                .body("[0].sendAt", equalTo("07:30"))
                .body("[0].timeZone", equalTo("Europe/Paris"))
                .body("[0].maxPapers", equalTo(20))
                .body("[0].createdAt", notNullValue());
    }

    @Test
    void stateQueryLimitAndOffsetNarrow() {
        house.importList(HEADER + "one@list.example,a,,,\ntwo@list.example,a,,,\nthree@list.example,a,,,\n");
        house.unsubscribe("two@list.example");
        house.signUp(Map.of("email", "four@list.example", "filters", List.of(Map.of("query", "a"))));
        house.sendLetters();

        list("state", "ACTIVE").body("", hasSize(2));
        list("state", "unsubscribed").body("email", equalTo(List.of("two@list.example")));
        list("state", "PENDING").body("email", equalTo(List.of("four@list.example")));
        list("q", "THREE").body("email", equalTo(List.of("three@list.example")));
        list("q", "%").body("", hasSize(0));
        list("q", "\0").body("", hasSize(0));
        list("limit", "1").body("email", equalTo(List.of("four@list.example")));
        list("offset", "3").body("email", equalTo(List.of("one@list.example")));
    }

    @ParameterizedTest
    @CsvSource({"state, ASLEEP", "limit, 0", "limit, x", "offset, -1"})
    void aBadParameterIsRefused(String name, String value) {
        house.admin()
                .queryParam(name, value)
                .get("/api/admin/subscribers")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(name));
    }

    @Test
    void aPlusInAnAddressIsAPlus() {
        house.importActive("ada+x@plus.example", "robots");
        house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));

        for (var path : List.of(
                "/api/admin/deliveries?limit=5&email=ada+x@plus.example",
                "/api/admin/deliveries?email=ada+x%40plus.example",
                "/api/admin/deliveries?email=ada%2Bx@plus.example",
                "/api/admin/subscribers?q=ada+x@plus")) {
            house.admin()
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("email", equalTo(List.of("ada+x@plus.example")));
        }
    }

    @Test
    void anErasedSubscriberLeavesNothing() {
        house.ingestRows("2026-11-18", rows(row("2611.40001", "Robots", "a", 1)));
        var token = house.subscribe("erased@list.example", "robots");
        house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));

        house.admin()
                .delete("/api/admin/subscribers/Erased@list.example")
                .then()
                .statusCode(204);

        house.admin()
                .delete("/api/admin/subscribers/erased@list.example")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        house.owner(token).get("/api/subscription").then().statusCode(401);
        list("q", "erased").body("", hasSize(0));
        assertThat(house.deliveries("erased@list.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a+b@list.example, a+b@list.example", "a/b@list.example, a%2Fb@list.example"})
    void anyAddressCanBeErased(String email, String path) {
        house.importList(HEADER + email + ",robots,,,\n").body("added", equalTo(1));

        house.admin()
                .urlEncodingEnabled(false)
                .delete("/api/admin/subscribers/" + path)
                .then()
                .statusCode(204);
    }

    @Test
    void importedPeopleGetDigests() {
        house.ingestRows("2026-11-18", rows(row("2611.40002", "Robots", "a", 1)));
        house.importList(HEADER + "mail@list.example,robots,,,\n");

        house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));

        assertThat((String) house.newestMail("mail@list.example").get("text")).contains("Matches robots");
    }

    @Test
    void anExportCanBeImportedAgain() {
        house.importList(HEADER
                + "=sum@list.example,\"\"\"a;b\"\";-survey robots;title:扩散\",WEEKLY,Asia/Tokyo,23:59\n"
                + "plain@list.example,robots,DAILY,UTC,00:00\n");
        house.admin()
                .get("/api/admin/subscribers/export")
                .then()
                .statusCode(200)
                .contentType("text/csv");
        var csv = export();
        assertThat(csv).startsWith("email,queries,frequency,time_zone,send_at").contains("'=sum@list.example");
        var before = list("limit", "10").extract().jsonPath().getList("");

        house.importList(csv).statusCode(200).body("updated", equalTo(2)).body("rejected", hasSize(0));
        assertThat(list("limit", "10").extract().jsonPath().getList("")).isEqualTo(before);
        house.empty();
        house.importList(csv).statusCode(200).body("added", equalTo(2));
        assertThat(export().replaceAll(",[^,]*Z\r", "\r")).isEqualTo(csv.replaceAll(",[^,]*Z\r", "\r"));
    }

    @Test
    void aSemicolonInAPhraseDoesNotMakeTwoFiltersOfOne() {
        house.subscribe("semi@list.example", "rain “a;b”");

        house.importList(export()).body("updated", equalTo(1));

        list("q", "semi").body("[0].filters", hasSize(1));
    }

    private ValidatableResponse list(String name, String value) {
        return house.admin()
                .queryParam(name, value)
                .get("/api/admin/subscribers")
                .then()
                .statusCode(200);
    }

    private String export() {
        return house.admin().get("/api/admin/subscribers/export").body().asString();
    }
}
