package dev.paperround.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.paperround.House;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {
    @Inject
    House house;

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api", "/nothing", "/api/subscriptions/x/y", "/api/admin"})
    void anUnknownAddressIsAProblem(String path) {
        problem(house.admin().get(path).then(), 404, "Not Found");
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /api/papers", "GET, /api/subscriptions", "POST, /api/digests", "PUT, /api/admin/sends"})
    void anUnknownMethodIsAProblem(String method, String path) {
        problem(
                house.admin()
                        .contentType("application/json")
                        .body("{}")
                        .request(method, path)
                        .then(),
                405,
                "Method Not Allowed");
    }

    @Test
    void anUnknownMediaTypeIsAProblem() {
        problem(given().accept("application/xml").get("/api/papers").then(), 406, "Not Acceptable");
        problem(
                given().contentType("application/xml")
                        .body("<a/>")
                        .post("/api/subscriptions")
                        .then(),
                415,
                "Unsupported Media Type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sends",
                "sends/1",
                "deliveries",
                "subscribers",
                "subscribers/export",
                "preview?email=ada@problem.example"
            })
    void theAdminApiOpensForItsTokenOnly(String path) {
        var address = "/api/admin/" + path;
        problem(given().get(address).then(), 401, "Unauthorized");
        for (var wrong : List.of("Bearer wrong", "Bearer ", "Bearer", "Basic YWRtaW46YWRtaW4=", "nonsense")) {
            problem(given().header("Authorization", wrong).get(address).then(), 401, "Unauthorized")
                    .header("WWW-Authenticate", containsString("Bearer"));
        }
        assertThat(house.admin().get(address).statusCode()).isIn(200, 404);
    }

    @Test
    void theAdminApiIsClosedForChangesToo() {
        for (var path : List.of("sends", "ingest", "ingest/huggingface", "subscribers/import")) {
            var type = path.equals("subscribers/import") ? "text/csv" : "application/json";
            problem(
                    given().contentType(type)
                            .body("{")
                            .post("/api/admin/" + path)
                            .then(),
                    401,
                    "Unauthorized");
        }
        problem(given().delete("/api/admin/subscribers/ada@problem.example").then(), 401, "Unauthorized");
        problem(
                given().get("//api/admin/sends").then(),
                given().get("//api/admin/sends").statusCode(),
                null);
        assertThat(given().get("/api//admin/sends").statusCode()).isIn(401, 404);
        assertThat(given().get("/api/admin/../admin/sends").statusCode()).isIn(401, 404);
    }

    @Test
    void peopleGetAPage() {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/nothing/here")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("<html"))
                .body(not(containsString("Exception")));
    }

    @Test
    void whatIsTypedComesBackOnAPageAsTextOnly() {
        given().accept("text/html")
                .urlEncodingEnabled(false)
                .get("/api/papers/%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                .then()
                .body(not(containsString("<script>alert")));
    }

    @Test
    void aBodyOfTheWrongFormNamesTheField() {
        problem(
                        given().contentType("application/json")
                                .body("{\"email\":{\"a\":1},\"filters\":[{\"query\":[]}]}")
                                .post("/api/subscriptions")
                                .then(),
                        400,
                        "Bad Request")
                .body("errors[0].field", equalTo("email"))
                .body("detail", not(containsString("java")));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String title) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("detail", not(containsString("Exception")))
                .body("detail", not(containsString("resource method")))
                .body("trace", equalTo(null));
        return title == null ? answer : answer.body("title", equalTo(title));
    }
}
