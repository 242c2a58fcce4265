package dev.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HuggingFaceSourceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T00:30:00Z"), ZoneOffset.UTC);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> agents = new CopyOnWriteArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        finished.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void everyPageIsAskedUntilOneIsEmpty() {
        answer(page -> page < 2 ? rows(page * 100, 100 - page * 60) : "[]");

        Reading reading = source().papersOf(DAY);

        assertThat(reading.refusal()).isEmpty();
        assertThat(reading.drafts()).hasSize(140);
        assertThat(reading.drafts().get(139).position()).isEqualTo(139);
        assertThat(asked)
                .containsExactly(
                        "/hub/api/daily_papers?date=2026-11-20&limit=100&p=0",
                        "/hub/api/daily_papers?date=2026-11-20&limit=100&p=1",
                        "/hub/api/daily_papers?date=2026-11-20&limit=100&p=2");
        assertThat(agents).allMatch(agent -> agent.startsWith("PaperRound"));
    }

    @Test
    void aServerThatIgnoresThePageNumberIsNotAskedForEver() {
        answer(page -> rows(0, 50));

        assertThat(source().papersOf(DAY).drafts()).hasSize(50);
        assertThat(asked).hasSize(2);
    }

    @Test
    void anEmptyDayIsAResult() {
        answer(page -> "[]");

        assertThat(source().papersOf(DAY)).isEqualTo(Reading.of(List.of(), List.of()));
        assertThat(asked).hasSize(1);
    }

    @Test
    void aDayThatHasNotBegunInUtcIsNotAskedFor() {
        answer(page -> rows(0, 1));

        assertThat(source().papersOf(DAY.plusDays(1)).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("UTC"));
        assertThat(asked).isEmpty();
    }

    @Test
    void aFailureSaysWhatTheServerAnsweredAndKeepsWhatCameBefore() {
        answer(page -> page == 0 ? rows(0, 100) : null);

        Reading reading = source().papersOf(DAY);

        assertThat(reading.drafts()).hasSize(100);
        assertThat(reading.refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("p=1 answered 503"));
    }

    @Test
    void anAnswerCutShortIsAFailure() {
        answer(page -> "[{\"title\": \"One\"}, {\"ti");

        assertThat(source().papersOf(DAY).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("not valid JSON"));
    }

    @Test
    void anAnswerThatNeverEndsIsAFailure() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 40; i++) {
                    body.write(chunk);
                }
            }
        });

        assertThat(source().papersOf(DAY).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("longer than"));
    }

    @Test
    void anAnswerThatTricklesIsAFailure() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            await();
            exchange.close();
        });

        assertThat(new HuggingFaceSource(base(), CLOCK, Duration.ofMillis(300))
                        .papersOf(DAY)
                        .refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("no answer within"));
    }

    @Test
    void anUnreachableSourceIsAFailure() {
        URI nobody = URI.create("http://127.0.0.1:1");

        assertThat(new HuggingFaceSource(nobody, CLOCK, Duration.ofSeconds(5))
                        .papersOf(DAY)
                        .refusal())
                .isPresent();
    }

    private void await() {
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(IntFunction<String> pages) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            String query = exchange.getRequestURI().getQuery();
            respond(exchange, pages.apply(Integer.parseInt(query.substring(query.indexOf("p=") + 2))));
        });
    }

    private static void respond(HttpExchange exchange, String json) throws IOException {
        byte[] body = (json == null ? "{\"error\": \"busy\"}" : json).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(json == null ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String rows(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "{\"paper\": {\"id\": \"2611.%05d\", \"title\": \"Tide %d\"}}".formatted(i, i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private HuggingFaceSource source() {
        return new HuggingFaceSource(base(), CLOCK, Duration.ofSeconds(20));
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hub/");
    }
}
