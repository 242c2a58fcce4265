package dev.paperround.web;

import static dev.paperround.House.linkIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ManageSubscriptionTest extends EmptyHouse {
    @Test
    void whatWasReadCanBeWrittenBack() {
        var token = house.subscribe(Map.of(
                "email", "round@manage.example",
                "filters",
                        List.of(
                                Map.of("name", "Robots", "query", "robots OR \"time series\""),
                                Map.of("name", "Ωμέγα", "query", "title:扩散")),
                "frequency", "WEEKLY",
                "weekday", "THURSDAY",
                "sendAt", "07:30",
                "timeZone", "Europe/Paris",
                "maxPapers", 7));
        var read = house.owner(token).get("/api/subscription").jsonPath().getMap("");
        assertThat(read)
                .containsEntry("frequency", "WEEKLY")
                .containsEntry("weekday", "THURSDAY")
                .containsEntry("sendAt", "07:30")
                .containsEntry("timeZone", "Europe/Paris")
                .containsEntry("maxPapers", 7);

        house.owner(token).body(read).put("/api/subscription").then().statusCode(200);

        assertThat(house.owner(token).get("/api/subscription").jsonPath().getMap(""))
                .isEqualTo(read);
    }

    @Test
    void whatIsLeftOutGetsItsDefault() {
        var token = house.subscribe(Map.of(
                "email",
                "default@manage.example",
                "filters",
                List.of(Map.of("query", "robots")),
                "frequency",
                "DAILY",
                "maxPapers",
                3));

        house.owner(token)
                .body(Map.of("filters", List.of(Map.of("query", "cats"))))
                .put("/api/subscription")
                .then()
                .statusCode(200)
                .body("filters.query", equalTo(List.of("cats")))
                .body("frequency", equalTo("WEEKDAYS"))
                .body("maxPapers", equalTo(20));
    }

    @Test
    void nobodyTakesOverAnAddressByWritingAnother() {
        var token = house.subscribe("mine@manage.example", "robots");

        house.owner(token)
                .body(Map.of("email", "yours@manage.example", "filters", List.of(Map.of("query", "cats"))))
                .put("/api/subscription")
                .then()
                .statusCode(200)
                .body("email", equalTo("mine@manage.example"));
    }

    @Test
    void badPreferencesAreRefusedAndChangeNothing() {
        var token = house.subscribe("bad@manage.example", "robots");
        var form = new HashMap<String, Object>(Map.of("filters", List.of(Map.of("query", "NOT robots"))));

        house.owner(token)
                .body(form)
                .put("/api/subscription")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("filters[0].query"))
                .body("position", notNullValue());
        house.owner(token).body("[]").put("/api/subscription").then().statusCode(400);
        house.owner(token).get("/api/subscription").then().body("filters.query", equalTo(List.of("robots")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer nonsense", "Basic YTpi", "v1.m.1.0.0.x"})
    void withoutAGoodTokenNothingOpens(String authorization) {
        for (var method : List.of("GET", "PUT", "DELETE")) {
            var request = given().contentType("application/json").header("Authorization", authorization);
            if (method.equals("PUT")) {
                request.body(Map.of("filters", List.of(Map.of("query", "cats"))));
            }
            request.request(method, "/api/subscription")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", notNullValue())
                    .body("status", equalTo(401));
        }
        given().get("/api/subscription").then().statusCode(401);
    }

    @Test
    void whoErasedThemselvesIsGoneAndMayComeBack() {
        var token = house.subscribe("erase@manage.example", "robots");

        house.owner(token).delete("/api/subscription").then().statusCode(204);

        house.owner(token).get("/api/subscription").then().statusCode(401);
        house.owner(token).delete("/api/subscription").then().statusCode(401);
        var again = house.subscribe("erase@manage.example", "cats");
        house.owner(again).get("/api/subscription").then().statusCode(200);
        house.owner(token).get("/api/subscription").then().statusCode(401);
    }

    @Test
    void aFreshLinkComesByMail() {
        house.subscribe("link@manage.example", "robots");

        askForLink("Link@Manage.example");

        var mail = house.newestMail("link@manage.example");
        assertThat((String) mail.get("text")).contains("http://localhost:8080/preferences/");
        house.owner(linkIn(mail, "preferences"))
                .get("/api/subscription")
                .then()
                .statusCode(200)
                .body("email", equalTo("link@manage.example"));
    }

    @Test
    void linksOfBeforeAreGoodUntilTheFreshOneIsUsed() {
        var before = house.subscribe("fresh@manage.example", "robots");
        askForLink("fresh@manage.example");
        var fresh = linkIn(house.newestMail("fresh@manage.example"), "preferences");

        given().get("/preferences/" + fresh).then().statusCode(200);
        given().get("/preferences/" + before).then().statusCode(200);
        house.owner(before).get("/api/subscription").then().statusCode(200);

        house.owner(fresh).get("/api/subscription").then().statusCode(200);

        house.owner(before).get("/api/subscription").then().statusCode(401);
        given().get("/preferences/" + before).then().statusCode(404);
        house.owner(fresh).get("/api/subscription").then().statusCode(200);
    }

    @Test
    void aChangeOnThePageOfAFreshLinkMakesThoseOfBeforeWorthless() {
        var before = house.subscribe("page@manage.example", "robots");
        askForLink("page@manage.example");
        var fresh = linkIn(house.newestMail("page@manage.example"), "preferences");

        new Visitor()
                .form()
                .formParam("query", "cats")
                .post("/preferences/" + fresh)
                .then()
                .statusCode(303);

        given().get("/preferences/" + before).then().statusCode(404);
        house.owner(fresh).get("/api/subscription").then().statusCode(200).body("filters.query", hasItem("cats"));
    }

    @Test
    void aStrangerAskingForALinkGetsTheSameAnswerAndNoMail() {
        askForLink("stranger@manage.example");

        assertThat(house.mails("stranger@manage.example")).isEmpty();
    }

    @Test
    void aLinkNeedsAnAddress() {
        for (var body : List.of("{}", "{\"email\":\"ada\"}", "")) {
            given().contentType("application/json")
                    .body(body)
                    .post("/api/subscription/link")
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem("email"));
        }
    }

    private void askForLink(String email) {
        given().contentType("application/json")
                .body(Map.of("email", email))
                .post("/api/subscription/link")
                .then()
                .statusCode(202)
                .body("status", equalTo("CHECK_YOUR_INBOX"));
        house.sendLetters();
    }
}
