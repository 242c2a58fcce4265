package dev.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The alias of the README, run as Postfix runs it: what it answers decides whether Postfix keeps the mail. */
class PostfixAliasTest {
    private static final Pattern ALIAS = Pattern.compile("(?m)^    b: \"\\|(.*)\"$");
    private static final String MAIL = "From: MAILER-DAEMON\n\n550 5.1.1\n";

    private final List<String> received = new ArrayList<>();
    private HttpServer server;
    private volatile int answer;

    @TempDir
    Path directory;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/api/admin/bounces", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        Files.writeString(directory.resolve("token"), "Authorization: Bearer secret\n");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 0", "202, 0", "422, 0", "400, 75", "401, 75", "403, 75", "404, 75", "413, 75", "429, 75", "500, 75",
        "503, 75"
    })
    void onlyWhatWasTakenInOrIsNoneOfOursIsDoneWith(int status, int code) throws Exception {
        answer = status;
        assertThat(run()).isEqualTo(code);
        assertThat(received).containsExactly("Bearer secret message/rfc822 " + MAIL);
    }

    @Test
    void whileTheProgramIsDownTheMailIsKept() throws Exception {
        server.stop(0);
        assertThat(run()).isEqualTo(75);
    }

    private int run() throws Exception {
        var alias = ALIAS.matcher(Files.readString(Path.of("README.md")));
        assertThat(alias.find()).as("the README shows an alias").isTrue();
        var command = alias.group(1)
                .replace("/etc/paper-round.token", directory.resolve("token").toString())
                .replace(
                        "http://localhost:8080",
                        "http://127.0.0.1:" + server.getAddress().getPort());
        var process = new ProcessBuilder("sh", "-c", command).start();
        try (var in = process.getOutputStream()) {
            in.write(MAIL.getBytes(StandardCharsets.US_ASCII));
        }
        return process.waitFor();
    }
}
