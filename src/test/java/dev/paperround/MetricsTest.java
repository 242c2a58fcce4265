package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Prometheus gets to see of what waits, and of how long things took. */
@QuarkusTest
class MetricsTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";

    @Inject
    Jobs jobs;

    @BeforeEach
    void open() {
        house.ingestRows(DAY, House.rows(House.row("2611.99001", "Clocks", "Of time.", 1)));
        house.importActive("ada@measures.example", "clocks");
    }

    @Inject
    Tracer tracer;

    @AfterEach
    void reset() {
        house.clock().reset();
    }

    private double measured(String series) {
        jobs.measure();
        return value(series);
    }

    private static double value(String series) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series));
    }

    private static String pending(String age) {
        return "paperround_pending_deliveries{age=\"" + age + "\"}";
    }

    private void later(Duration time) {
        house.clock().set(house.now().plus(time));
    }

    @Test
    void mailsThatWaitAreCountedByHowLongTheyAreOverdue() {
        assertThat(measured(pending("1m"))).isZero();
        house.startSend(Map.of("day", DAY, "audience", Map.of("all", true))).statusCode(202);
        house.planSends();

        assertThat(measured(pending("1m"))).isEqualTo(1);
        later(Duration.ofMinutes(5));
        assertThat(measured(pending("10m"))).isEqualTo(1);
        later(Duration.ofHours(2));
        assertThat(measured(pending("older"))).isEqualTo(1);
        assertThat(value(pending("1m"))).isZero();
        later(Duration.ofHours(-3));
        assertThat(measured(pending("waiting"))).isEqualTo(1);
    }

    @Test
    void nothingIsTracedWhereNobodyCollects() {
        assertThat(tracer.spanBuilder("any").startSpan().isRecording()).isFalse();
    }

    @Test
    void theTimeFromDueToAcceptedIsAHistogram() {
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
        var within = value("paperround_due_to_accepted_seconds_bucket{le=\"300.0\"}");
        var any = value("paperround_due_to_accepted_seconds_count");
        house.startSend(Map.of("day", DAY, "audience", Map.of("all", true), "force", true))
                .statusCode(202);
        house.planSends();
        later(Duration.ofMinutes(10));

        house.deliver();

        assertThat(value("paperround_due_to_accepted_seconds_count")).isEqualTo(any + 1);
        assertThat(value("paperround_due_to_accepted_seconds_bucket{le=\"300.0\"}"))
                .isEqualTo(within);
    }

    @Test
    void theAgeOfWhatSourcesAnsweredIsTold() {
        jobs.measure();
        later(Duration.ofHours(2));
        assertThat(measured("paperround_ingest_age_seconds{source=\"huggingface\"}"))
                .isGreaterThan(7000);

        house.sql(
                "insert into ingest (source, day, started_at, last_at, duration_millis, received, added, updated, unchanged,"
                        + " rejected) values ('huggingface', '" + DAY
                        + "', now(), now() + interval '119 minutes', 1, 0, 0, 0, 0, 0)");

        assertThat(measured("paperround_ingest_age_seconds{source=\"huggingface\"}"))
                .isBetween(0.0, 120.0);
    }
}
