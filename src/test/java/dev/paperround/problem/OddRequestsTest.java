package dev.paperround.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.paperround.House;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What browsers never send, and scripts sometimes do. */
@QuarkusTest
class OddRequestsTest {
    @Inject
    House house;

    @TestHTTPResource("/")
    URL address;

    @Test
    void aBodyThatIsTooLongIsAProblem() throws IOException {
        for (var path : new String[] {"/api/subscriptions", "/api/filters/preview", "/nothing"}) {
            var answer = raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 70000000\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"status\":413", "\"title\":");
        }
    }

    @Test
    void aBodyWithoutAContentTypeIsRefusedKindly() throws IOException {
        var answer = raw(
                "POST /api/subscriptions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).containsPattern("^HTTP/1.1 4(00|15)").contains("application/problem+json");
    }

    @Test
    void deepNestingIsRefused() {
        for (var body : new String[] {"[".repeat(50_000), "{\"filters\":".repeat(20_000)}) {
            given().contentType("application/json")
                    .body(body)
                    .post("/api/subscriptions")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
            house.admin()
                    .contentType("application/json")
                    .queryParam("day", "2026-11-18")
                    .body("[{\"paper\":" + body)
                    .post("/api/admin/ingest")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
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

    private String raw(String request) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
