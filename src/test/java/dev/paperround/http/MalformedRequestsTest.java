package dev.paperround.http;

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
class MalformedRequestsTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /api/subscriptions | Content-Type: bogus | 415",
                "POST /api/subscriptions | Content-Type: / | 415",
                "POST /api/subscriptions | Content-Type: application/json; charset=bogus | 415",
                "POST /api/subscriptions | Content-Type: application/json;;;=; | 400/415",
                "POST /api/subscriptions | Content-Encoding: gzip | 415",
                "POST /api/subscription/link | Content-Type: bogus | 415",
                "PUT /api/subscription | Content-Type: bogus | 415",
                "POST / | Content-Type: bogus | 415",
                "POST / | Content-Type: application/x-www-form-urlencoded; charset=bogus | 415",
                "POST /preferences | Content-Type: bogus | 415",
                "POST /preferences | Content-Type: multipart/form-data | 400/415",
                "POST /unsubscribe/x | Content-Type: bogus | 415",
                "POST /unsubscribe/x | Content-Type: multipart/form-data | 400/404/415",
                "POST /confirm/x | Content-Type: bogus | 415",
                "POST /admin/login | Content-Type: bogus | 415",
                "POST /api/admin/ingest | Content-Type: bogus | 401/415",
                "POST /api/admin/bounces | Content-Type: bogus | 401/415",
                "POST /nothing | Content-Type: bogus | 404/415",
                "GET /api/papers | Content-Type: bogus | 200/415",
                "GET /api/papers | Accept: bogus | 400/406",
                "GET /api/papers | Accept: application/json;q=often | 400/406",
                "GET /api/papers | Accept: image/png | 406",
                "GET /api/papers | Accept: text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | 200",
                "GET / | Accept: / | 400/406",
                "GET /nothing | Accept: bogus | 400/404/406",
                "GET /q/health/live | Accept: bogus | 200/400/406",
                "GET /feed.atom | If-Modified-Since: yesterday | 200/400",
                "GET /feed.atom | If-None-Match: x\"y | 200/400",
                "GET /admin | Cookie: paperround_admin=%zz; ;=; language=\" | 200/400/401",
                "GET / | Accept-Language: -;q=,de;q=x,*;q=-1 | 200/400",
                "GET / | Accept-Encoding: bogus;q=x | 200/400",
                "GET /api/papers | Host: [ | 200/400",
                "GET /admin | Host: a b/c?d | 400/401",
                "GET /api/papers | Range: bytes=9-1 | 200/400/416",
                "GET /api/papers | Expect: the-unexpected | 200/400/417",
                "FOO /api/papers | X: y | 405/501",
                "TRACE /api/papers | X: y | 405/501",
                "CONNECT /api/papers | X: y | 400/404/405/501",
                "FOO /nothing | X: y | 404/405/501",
                "OPTIONS * | X: y | 200/204/400/404/405",
                "PATCH / | X: y | 405",
                "GET /api/papers/%c3%28 | X: y | 400/404",
                "GET /api/papers?q=%c3%28 | X: y | 200/400",
                "GET /papers/%00 | X: y | 400/404",
                "GET http://evil.example/admin | X: y | 200/400/401/404",
            })
    void whatCannotBeReadIsTheCallersFault(String line, String header, String status) throws IOException {
        var body = line.startsWith("P") ? "Content-Length: 2\r\n\r\n{}" : "\r\n";
        var host = header.startsWith("Host") ? "" : "Host: localhost\r\n";

        var answer = raw(line.strip() + " HTTP/1.1\r\n" + host + header.strip() + "\r\nConnection: close\r\n" + body);

        assertThat(answer).containsPattern("^HTTP/1.1 (" + status.replace('/', '|') + ")");
        // A Host that is none is refused by the server itself, which tells developers more than others.
        assertThat(header.startsWith("Host") || !answer.contains("Exception")).isTrue();
        if (answer.startsWith("HTTP/1.1 4")
                && !line.contains("/admin")
                && !header.startsWith("Host")
                && !line.contains("*")) {
            assertThat(answer).containsPattern("application/problem\\+json|text/html");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "//admin",
        "//api/admin/sends",
        "/admin;x",
        "/admin;x=y/papers",
        "/api;x/admin/sends",
        "/%61dmin",
        "/api/%61dmin/sends",
        "/api/admin%2e/sends",
        "/x/../admin",
        "/x/%2e%2e/admin",
        "/./admin",
        "/admin/./papers",
        "/papers//evil.example",
        "//evil.example/%2e%2e",
        "//evil.example/papers",
        "/\\evil.example/papers",
        "/%5cevil.example/papers",
        "//inbox",
        "/inbox;x"
    })
    void anAddressThatOthersReadOtherwiseIsRefused(String path) throws IOException {
        var answer =
                raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 40[04]").doesNotContain("evil.example");
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
