package dev.paperround.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import dev.paperround.House;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value of another type than asked for is refused by its name, and so is a day that is empty. */
@QuarkusTest
class StrictInputTest {
    @Inject
    House house;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'email': 1} | email",
                "{'email': true} | email",
                "{'email': 'a@example.org', 'filters': [{'name': 'A', 'query': 1}]} | filters[0].query",
                "{'email': 'a@example.org', 'filters': [{'name': 2.5, 'query': 'tides'}]} | filters[0].name",
                "{'email': 'a@example.org', 'filters': [null]} | filters[0]",
                "{'email': 'a@example.org', 'filters': 'tides'} | filters",
                "{'email': 'a@example.org', 'maxPapers': '20'} | maxPapers",
                "{'email': 'a@example.org', 'maxPapers': ''} | maxPapers",
                "{'email': 'a@example.org', 'maxPapers': true} | maxPapers",
                "{'email': 'a@example.org', 'maxPapers': 2.5} | maxPapers",
                "{'email': 'a@example.org', 'frequency': 0} | frequency",
                "{'email': 'a@example.org', 'timeZone': 1} | timeZone",
            })
    void aSubscriptionIsStrictlyTyped(String json, String field) {
        given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/api/subscriptions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", is(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'email': 'a@example.org', 'email': 'b@example.org'}",
                "{'email': 'a@example.org'} {'email': 'b@example.org'}",
                "{'email': 'a@example.org'}]",
            })
    void aBodyIsOneObjectWithEachNameOnce(String json) {
        given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/api/subscriptions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'day': '', 'audience': {'all': true}, 'dryRun': true} | day",
                "{'day': 20778, 'audience': {'all': true}, 'dryRun': true} | day",
                "{'audience': {'all': 'true'}, 'dryRun': true} | audience.all",
                "{'audience': {'all': true}, 'dryRun': 'true'} | dryRun",
                "{'audience': {'all': true}, 'dryRun': 1} | dryRun",
                "{'audience': {'emails': [7]}, 'dryRun': true} | audience.emails[0]",
                "{'audience': {'emails': [null]}, 'dryRun': true} | audience.emails[0]",
            })
    void aSendIsStrictlyTyped(String json, String field) {
        house.admin()
                .contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/api/admin/sends")
                .then()
                .statusCode(400)
                .body("errors[0].field", is(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/papers?day=",
                "/api/admin/ingests?day=",
                "/api/admin/preview?email=a@example.org&day=",
            })
    void anEmptyDayIsNoDay(String path) {
        house.admin().accept("application/json, text/html").get(path).then().statusCode(400);
    }
}
