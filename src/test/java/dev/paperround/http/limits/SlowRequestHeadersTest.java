package dev.paperround.http.limits;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.testing.BehindAProxy;
import dev.paperround.testing.Identity;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that take their time before they say what they want, each on a socket of its own. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class SlowRequestHeadersTest extends EmptyHouse {
    private static final String REQUEST = "GET /api/papers HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String NEVER_ENDS = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(2_000);

    @ConfigProperty(name = "paperround.admin-token")
    String token;

    @ConfigProperty(name = BehindAProxy.KEYS)
    Path keys;

    @TestHTTPResource("/")
    URI plain;

    @TestHTTPResource(value = "/", tls = true)
    URI tls;

    @BeforeEach
    void empty() throws IOException, GeneralSecurityException {
        if (!awake) {
            wake();
            awake = true;
        }
    }

    private static boolean awake;

    /** What a first request and a first handshake take longer is not what is timed here. */
    private void wake() throws IOException, GeneralSecurityException {
        given().get("/api/papers").then().statusCode(200);
        try (var socket = encrypted()) {
            ask(socket, REQUEST);
            socket.getInputStream().read();
        } catch (SSLException | SocketException late) {
            // It was in vain, and the next will be quicker.
        }
    }

    private Socket encrypted() throws IOException, GeneralSecurityException {
        return Identity.in(keys).trusted().getSocketFactory().createSocket(BehindAProxy.HOST, tls.getPort());
    }

    @Test
    void aHeadThatDripsInIsAProblemAndTheEnd() throws IOException {
        try (var socket = connection()) {
            assertThat(drip(socket, NEVER_ENDS))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("Connection: close", "application/problem+json", "within 1 seconds");
        }
        given().get("/q/metrics").then().body(containsString("paperround_requests_late_total{part=\"head\"}"));
    }

    @Test
    void whoSaysNothingIsToldNothing() throws IOException {
        try (var socket = connection()) {
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void aLaterHeadOnTheSameConnectionIsTimedToo() throws IOException {
        try (var socket = connection()) {
            ask(socket, REQUEST);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");

            assertThat(drip(socket, NEVER_ENDS)).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aHeadInTwoPartsIsServed() throws IOException {
        try (var socket = connection()) {
            ask(socket, REQUEST.substring(0, 20));
            given().get("/api/papers").then().statusCode(200);
            ask(socket, REQUEST.substring(20));

            assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aConnectionThatIsKeptForLaterLives() throws IOException {
        try (var socket = connection()) {
            ask(socket, REQUEST);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
            otherConnectionsRunOutOfTime();

            ask(socket, REQUEST);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void requestsThatComeBeforeTheAnswersAreServedInTurn() throws IOException {
        try (var socket = connection()) {
            ask(socket, REQUEST.repeat(3) + REQUEST.substring(0, 9));
            for (var request = 0; request < 3; request++) {
                assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
            }
            ask(socket, REQUEST.substring(9));
            assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void anAnswerMayTakeLonger() throws IOException {
        var session = given().contentType("application/x-www-form-urlencoded")
                .formParam("token", token)
                .redirects()
                .follow(false)
                .post("/admin/login")
                .cookie("paperround_admin");
        house.ingestRows("2026-11-18", House.rows(House.row("2611.99001", "Drops", "Of water.", 1)));
        house.importActive("ada@slow.example", "drops");
        var send = house.startSend(Map.of("day", "2026-11-18", "audience", Map.of("all", true)))
                .extract()
                .header("Location");
        house.planSends();
        try (var socket = connection()) {
            ask(
                    socket,
                    "GET " + send.replace("/api", "") + "/progress HTTP/1.1\r\nHost: localhost\r\n"
                            + "Cookie: paperround_admin=" + session + "\r\n\r\n");
            assertThat(answer(socket)).contains("text/event-stream");
            otherConnectionsRunOutOfTime();

            ask(socket, REQUEST.substring(0, 9));
            otherConnectionsRunOutOfTime();
            socket.getInputStream().skipNBytes(socket.getInputStream().available());
            assertThat(until(socket, "data:")).isNotEmpty();
        }
    }

    @Test
    void aHeadThatDripsInThroughTlsIsAProblemToo() throws IOException, GeneralSecurityException {
        try (var socket = encrypted()) {
            assertThat(drip(socket, NEVER_ENDS)).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aHandshakeThatDripsInIsTheEnd() throws IOException {
        try (var socket = new Socket(BehindAProxy.HOST, tls.getPort())) {
            assertThat(drip(socket, "\u0016\u0003\u0001\u0002\u0000" + "\u0001".repeat(500)))
                    .doesNotContain("HTTP");
        }
    }

    @Test
    void httpTwoIsServed() throws IOException, InterruptedException, GeneralSecurityException {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(Identity.in(keys).trusted())
                .build();
        var requests = Stream.of(plain, tls)
                .map(it -> HttpRequest.newBuilder(it.resolve("/api/papers")).build())
                .toList();
        for (var request : requests) {
            assertThat(client.send(request, BodyHandlers.ofString()).version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
        otherConnectionsRunOutOfTime();
        for (var request : requests) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private void otherConnectionsRunOutOfTime() throws IOException {
        for (var other = 0; other < 2; other++) {
            try (var socket = connection()) {
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    private Socket connection() throws IOException {
        var socket = new Socket(BehindAProxy.HOST, plain.getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void ask(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    /** With the body, where its length is told. */
    private static String answer(Socket socket) throws IOException {
        var head = until(socket, "\r\n\r\n");
        var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        return length.find()
                ? head + new String(socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))), UTF_8)
                : head;
    }

    private static String until(Socket socket, String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            var next = socket.getInputStream().read();
            assertThat(next).as("what comes after %s", read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }

    /** A byte whenever nothing came back for a while. */
    private static String drip(Socket socket, String head) throws IOException {
        socket.setSoTimeout(150);
        var answer = new byte[8192];
        for (var sent = 0; sent < head.length(); sent++) {
            try {
                socket.getOutputStream().write(head.charAt(sent));
                var read = socket.getInputStream().read(answer);
                return new String(answer, 0, Math.max(read, 0), UTF_8);
            } catch (SocketTimeoutException quiet) {
                assertThat(sent).as("bytes that were taken").isLessThan(head.length() - 1);
            } catch (SocketException reset) {
                return "";
            }
        }
        throw new AssertionError("The connection lives.");
    }
}
