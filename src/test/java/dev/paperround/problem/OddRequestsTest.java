package dev.paperround.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers never send, and scripts sometimes do. */
@QuarkusTest
class OddRequestsTest {
    @TestHTTPResource("/")
    URL address;

    @ParameterizedTest
    @CsvSource({
        "/api/subscriptions, 1048577",
        "/api/subscriptions, 70000000",
        "/nothing, 99999999999",
        "/api/admin/ingest, 70000000"
    })
    void aBodyThatIsTooLongIsAProblem(String path, long length) throws IOException {
        var answer = raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"status\":413", "\"title\":\"Content Too Large\"");
    }

    @Test
    void aBodyWithoutAContentTypeIsRefusedKindly() throws IOException {
        var answer = raw(
                "POST /api/subscriptions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).containsPattern("^HTTP/1.1 4(00|15)").contains("application/problem+json");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        for (var body : new String[] {"[".repeat(50_000), "{\"filters\":".repeat(20_000)}) {
            var answer = raw("POST /api/subscriptions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        }
    }

    @Test
    void headAnswersAsGetDoesWithoutABody() {
        given().head("/api/papers").then().statusCode(200);
        given().head("/api/papers/2611.00000").then().statusCode(404);
    }

    @Test
    void aMalformedAddressIsRefused() throws IOException {
        assertThat(raw("GET /api/papers?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .containsPattern("^HTTP/1.1 [24]00");
        assertThat(raw("GET /api/papers/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .containsPattern("^HTTP/1.1 40[04]");
    }

    @Test
    void theTypeOfAProblemIsTheSameForEveryone() {
        given().accept("application/json")
                .get("/api/papers/2611.00000")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", equalTo("Not Found"))
                .body("detail", equalTo("No paper has the id “2611.00000”."));
    }

    /** What comes back at first; a problem fits into it. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new byte[8192];
            return new String(answer, 0, socket.getInputStream().read(answer), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoSendsTheWholeLongBodyReadsTheProblem() {
        given().config(RestAssuredConfig.config()
                        .logConfig(LogConfig.logConfig().enablePrettyPrinting(false)))
                .contentType("application/json")
                .body("\"" + "x".repeat(5_000_000) + "\"")
                .post("/api/subscriptions")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }
}
