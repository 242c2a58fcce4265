package dev.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignUpFieldsTest extends EmptyHouse {
    private static final List<Map<String, String>> FILTERS = List.of(Map.of("query", "robots"));

    static Stream<String> badAddresses() {
        return Stream.of(
                "",
                " ",
                "ada",
                "ada@",
                "@fields.example",
                "ada@@fields.example",
                "ada lovelace@fields.example",
                "ada@fields example",
                "ada@fields.example, eve@fields.example",
                "ada@fields.example;eve@fields.example",
                "Ada <ada@fields.example>",
                "\"ada\"@fields.example",
                "\"ada\r\n\"@fields.example",
                "ada@fields.example\r\nBcc: eve@fields.example",
                "ada\r\n@fields.example",
                "ada@fields.example\n",
                "\tada@fields.example",
                "ada\u0000@fields.example",
                "ada\u007f@fields.example",
                "ada@fields..example",
                "ada@.example",
                "ada@fields.example.",
                "ada@-fields.example",
                ".ada@fields.example",
                "ada.@fields.example",
                "a..da@fields.example",
                "ada@fields_x.example",
                "a\u202eda@fields.example",
                "a\u200dda@fields.example",
                "\u0301ada@fields.example",
                "ада\u2028@fields.example",
                "ада".repeat(11) + "@fields.example",
                "ada@[127.0.0.1]",
                "ada(comment)@fields.example",
                "a".repeat(65) + "@fields.example",
                "ada@" + "a".repeat(64) + ".example",
                "a".repeat(288) + "@fields.test");
    }

    @ParameterizedTest
    @MethodSource("badAddresses")
    void aBadAddressIsRefused(String email) {
        refused(Map.of("email", email, "filters", FILTERS), "email").body("errors", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada+papers@fields.example",
                "o'brien@fields.example",
                "ADA@Fields.Example",
                "a@b.co",
                "ada@bücher.example",
                "ada@例え.テスト",
                "ада@fields.example",
                "δοκιμή.é@fields.example",
                " ada.b@fields.example "
            })
    void aGoodAddressIsTaken(String email) {
        house.signUp(Map.of("email", email, "filters", FILTERS)).statusCode(202);
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("filters", "robots", "filters"),
                Arguments.of("filters", Map.of("query", "robots"), "filters"),
                Arguments.of("filters", List.of("robots"), "filters[0]"),
                Arguments.of("filters", Collections.singletonList(null), "filters[0]"),
                Arguments.of("filters", List.of(Map.of()), "filters[0].query"),
                Arguments.of("filters", List.of(Map.of("query", " ")), "filters[0].query"),
                Arguments.of("filters", List.of(Map.of("name", "only a name")), "filters[0].query"),
                Arguments.of("filters", List.of(Map.of("query", "a".repeat(501))), "filters[0].query"),
                Arguments.of("filters", List.of(Map.of("query", "-survey")), "filters[0].query"),
                Arguments.of("filters", List.of(Map.of("query", "a"), Map.of("query", "(a")), "filters[1].query"),
                Arguments.of("filters", Collections.nCopies(21, Map.of("query", "a")), "filters"),
                Arguments.of("filters", List.of(Map.of("name", "a\nb", "query", "a")), "filters[0].name"),
                Arguments.of("filters", List.of(Map.of("name", "n".repeat(81), "query", "a")), "filters[0].name"),
                Arguments.of("frequency", "HOURLY", "frequency"),
                Arguments.of("weekday", "Someday", "weekday"),
                Arguments.of("timeZone", "Mars/Olympus", "timeZone"),
                Arguments.of("timeZone", "Europe/Paris\u0000", "timeZone"),
                Arguments.of("sendAt", "24:00", "sendAt"),
                Arguments.of("sendAt", "7:5", "sendAt"),
                Arguments.of("sendAt", "seven", "sendAt"),
                Arguments.of("sendAt", "08:60", "sendAt"),
                Arguments.of("sendAt", "08:00:30", "sendAt"),
                Arguments.of("sendAt", 800, "sendAt"),
                Arguments.of("maxPapers", 0, "maxPapers"),
                Arguments.of("maxPapers", -1, "maxPapers"),
                Arguments.of("maxPapers", 101, "maxPapers"),
                Arguments.of("maxPapers", "x", "maxPapers"),
                Arguments.of("maxPapers", 1.5, "maxPapers"),
                Arguments.of("maxPapers", 99999999999L, "maxPapers"),
                Arguments.of("maxPapers", true, "maxPapers"),
                Arguments.of("email", List.of("ada@fields.example"), "email"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void aBadFieldIsRefusedByItsName(String field, Object value, String named) {
        var form = new HashMap<String, Object>(Map.of("email", "ada@fields.example", "filters", FILTERS));
        form.put(field, value);
        refused(form, named).body("errors", hasSize(1));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        refused(Map.of("email", "ada", "frequency", "never", "sendAt", "late", "maxPapers", 0), "email")
                .body("errors.field", hasItems("frequency", "sendAt", "maxPapers"))
                .body("detail", not(startsWith("HTTP")));
    }

    @Test
    void aRefusedQueryIsToldWithItsPlace() {
        refused(
                        Map.of("email", "ada@fields.example", "filters", List.of(Map.of("query", "  a (b"))),
                        "filters[0].query")
                .body("errors[0].position", equalTo(4))
                .body("position", equalTo(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "[{\"email\":\"ada@fields.example\"}]", "null", "\"text\"", "17", "email=ada"})
    void aBodyThatIsNoFormIsRefused(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/subscriptions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("title", equalTo("Bad Request"))
                .body("detail", not(containsString("Exception")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void anotherContentTypeIsRefused(String type) {
        given().contentType(type)
                .body("email=ada@fields.example")
                .post("/api/subscriptions")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("status", equalTo(415));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rob\\u0000ots", "\\ud800", "robots \\udc00", "<script>", "robots \\u202e"})
    void aStrangeQueryIsTakenOrRefusedAndNeverAFailure(String query) {
        var status = given().contentType("application/json")
                .body("{\"email\":\"strange@fields.example\",\"filters\":[{\"name\":\"n\",\"query\":\"" + query
                        + "\"}]}")
                .post("/api/subscriptions")
                .statusCode();
        assertThat(status).isIn(202, 400);
        house.sendLetters();
        house.planDue();
    }

    private ValidatableResponse refused(Map<String, ?> form, String field) {
        return house.signUp(form)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("title", equalTo("Bad Request"))
                .body("status", equalTo(400))
                .body("errors.field", hasItem(field))
                .body("errors.message", not(hasItem("")));
    }
}
