package dev.paperround.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.paperround.House;
import dev.paperround.testing.BehindAProxy;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that cost more than they are worth. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class ExpensiveRequestsTest {
    @Inject
    House house;

    @TestHTTPResource("/")
    URI address;

    @AfterEach
    void empty() {
        house.empty();
    }

    @Test
    void longHeadersAreAProblem() {
        problem(given().header("X-Long", "x".repeat(17_000)).get("/api/papers").then(), 431)
                .body("detail", containsString("16384"));
        given().header("X-Long", "x".repeat(15_000)).get("/api/papers").then().statusCode(200);
    }

    @Test
    void aLongAddressIsAProblemAndTheLongestQueryIsNone() {
        problem(given().queryParam("q", "x".repeat(9_000)).get("/api/papers").then(), 414)
                .body("detail", containsString("8192"));
        given().queryParam("q", "\uD83E\uDD80".repeat(500))
                .get("/api/filters/preview")
                .then()
                .statusCode(200)
                .body("matched", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "en, The address is too long; it may have 8192 characters.",
        "de, Die Adresse ist zu lang; sie darf 8192 Zeichen haben.",
        "zh, 网址过长，最多 8192 个字符。"
    })
    void peopleAreToldSoOnAPage(String language, String told) {
        given().header("Accept-Language", language)
                .accept("text/html,*/*;q=0.8")
                .queryParam("q", "x".repeat(9_000))
                .get("/search")
                .then()
                .statusCode(414)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<html lang=\"" + language), containsString(told));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/subscriptions, application/json",
        "/api/subscription/link, application/json",
        "/, application/x-www-form-urlencoded",
        "/preferences, application/x-www-form-urlencoded",
        "/nothing, application/octet-stream",
    })
    void aLongBodyInPiecesIsNotTaken(String path, String type) throws IOException, InterruptedException {
        var body = ("email=\"" + "x".repeat(3 << 20) + "\"").getBytes(StandardCharsets.US_ASCII);
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        int status;
        try {
            status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException closed) {
            status = 413;
        }
        assertThat(status).isIn(400, 404, 413);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/subscriptions, application/json",
        "/, application/x-www-form-urlencoded",
        "/api/filters/preview, text/plain"
    })
    void aBodyThatNeverArrivesIsAProblem(String path, String type) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                    + "\r\nContent-Length: 1000\r\n\r\n{\"email\":";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[8192];
            var read = socket.getInputStream().read(answer);
            assertThat(new String(answer, 0, read, StandardCharsets.UTF_8))
                    .containsPattern("^HTTP/1.1 40[58]")
                    .contains("application/problem+json");
        }
    }

    @Test
    void jsonLikeAPuzzleIsAProblem() {
        for (var body :
                new String[] {"[".repeat(65) + "]".repeat(65), "{\"filters\":".repeat(70) + "1" + "}".repeat(70)}) {
            problem(
                    given().contentType("application/json")
                            .body(body)
                            .post("/api/subscriptions")
                            .then(),
                    400);
        }
    }

    @Test
    void theDearestQueriesAreAnswered() {
        house.empty();
        var rows = IntStream.range(0, 300)
                .mapToObj(i -> House.row(
                        "2612.%05d".formatted(i),
                        "Paper n" + i + " " + words(i),
                        words(i * 7) + " " + words(i * 13),
                        i % 50))
                .toArray();
        house.ingestRows("2026-11-18", House.rows(rows)).statusCode(200);
        var prefixes = IntStream.range(0, 71)
                .mapToObj(i -> "" + (char) ('a' + i % 26) + (char) ('a' + i / 3) + "*")
                .collect(Collectors.joining(" OR "));
        assertThat(prefixes).hasSizeBetween(480, 500);
        var nested = "(".repeat(120) + "ab* -cd* OR ef*" + ")".repeat(120);
        for (var query :
                new String[] {prefixes, nested, "ab* ".repeat(125).strip(), "\"a b c d\" OR ".repeat(35) + "a"}) {
            given().queryParam("q", query)
                    .get("/api/filters/preview")
                    .then()
                    .statusCode(200)
                    .body("considered", equalTo(300));
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 60000", "/, 1000", "/preferences, 60000", "/preferences/v1.m.x, 60000"})
    void aFormOfManyFieldsIsRefusedUnread(String path, int fields) {
        for (var same : new boolean[] {true, false}) {
            var body = IntStream.range(0, fields)
                    .mapToObj(i -> same ? "query=a" : "q" + i + "=a")
                    .collect(Collectors.joining("&"));
            var answer = given().contentType("application/x-www-form-urlencoded")
                    .accept("text/html")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(413)
                    .extract()
                    .asByteArray();
            assertThat(answer).hasSizeLessThan(20_000);
        }
    }

    @Test
    void aLongFieldIsRefusedAndNotSentBack() {
        for (var field : new String[] {"query", "filterName", "email", "sendAt", "website"}) {
            given().contentType("application/x-www-form-urlencoded")
                    .body(field + "=" + "x".repeat(900_000))
                    .post("/")
                    .then()
                    .statusCode(413);
        }
    }

    @Test
    void whatIsWrongWithALongJsonBodyIsToldInShort() {
        var filters = "{\"query\":\"(\"},".repeat(60_000) + "{}";
        for (var body : new String[] {
            "{\"email\":\"a@b.example\",\"filters\":[" + filters + "]}",
            "{\"email\":\"" + "x".repeat(900_000) + "\",\"filters\":[{\"query\":\"a\"}]}",
            "{\"email\":\"a@b.example\",\"filters\":[{\"query\":\"" + "(".repeat(900_000) + "\"}]}",
            "{\"email\":\"a@b.example\",\"filters\":[{\"query\":\"a\"}],\"timeZone\":\"" + "x".repeat(900_000) + "\"}"
        }) {
            var answer = problem(
                            given().contentType("application/json")
                                    .body(body)
                                    .post("/api/subscriptions")
                                    .then(),
                            400)
                    .extract()
                    .asString();
            assertThat(answer).hasSizeLessThan(2_000);
        }
    }

    @Test
    void manyDifferentTimesAreAnsweredFromOneArchive() throws InterruptedException {
        var rows = IntStream.range(0, 400)
                .mapToObj(i -> House.row("2612.%05d".formatted(i), "The paper n" + i, words(i), i % 50))
                .toArray();
        house.ingestRows("2026-11-18", House.rows(rows)).statusCode(200);
        house.ingestRows("2026-09-18", House.rows(House.row("2609.00001", "The old one", "Of the summer.", 1)))
                .statusCode(200);
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var callers = IntStream.rangeClosed(341, 360)
                .mapToObj(days -> new Thread(() -> statuses.add(given().queryParam("q", "the")
                        .queryParam("days", days)
                        .get("/api/filters/preview")
                        .statusCode())))
                .toList();
        callers.forEach(Thread::start);
        for (var caller : callers) {
            caller.join();
        }
        assertThat(statuses).hasSize(20).containsOnly(200);
        considered(61).body("considered", equalTo(400));
        considered(62).body("considered", equalTo(401)).body("matched", equalTo(401));
        for (var page : new String[] {"/search?q=the&order=best", "/feed.atom?q=the", "/api/papers?q=the&limit=200"}) {
            given().get(page).then().statusCode(200);
        }
    }

    private static ValidatableResponse considered(int days) {
        return given().queryParam("q", "the")
                .queryParam("days", days)
                .queryParam("limit", 0)
                .get("/api/filters/preview")
                .then()
                .statusCode(200);
    }

    private static String words(int seed) {
        return IntStream.range(0, 60)
                .mapToObj(i -> "" + (char) ('a' + Math.floorMod(seed + i * i, 26)) + (char) ('a' + i % 26) + "w" + i)
                .collect(Collectors.joining(" "));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json").body("status", equalTo(status));
    }
}
