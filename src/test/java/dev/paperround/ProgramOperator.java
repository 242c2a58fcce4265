package dev.paperround;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An operator of a packaged program, at its API. */
record ProgramOperator(Program program, String token) {
    RequestSpecification request() {
        return RestAssured.given().baseUri(program.address()).header("Authorization", "Bearer " + token);
    }

    void ingest(String day, Map<String, Object> row) {
        request()
                .contentType("application/json")
                .queryParam("day", day)
                .body(House.rows(row))
                .post("/api/admin/ingest")
                .then()
                .statusCode(200);
    }

    /** Readers by number, whose own hour is half a day away, so that nothing is due to them. */
    void importReaders(int from, int count, String domain, String query) {
        var hour = LocalTime.now(ZoneOffset.UTC).plusHours(12).format(DateTimeFormatter.ofPattern("HH:00"));
        var lines = IntStream.range(from, from + count)
                .mapToObj(number -> "reader%d@%s,%s,daily,UTC,%s\n".formatted(number, domain, query, hour))
                .collect(Collectors.joining());
        request()
                .contentType("text/csv; charset=UTF-8")
                .body("email,queries,frequency,time_zone,send_at\n" + lines)
                .post("/api/admin/subscribers/import")
                .then()
                .statusCode(200);
    }

    /** To everyone. */
    long send(String day, boolean force) {
        return request()
                .contentType("application/json")
                .body(Map.of("day", day, "audience", Map.of("all", true), "force", force))
                .post("/api/admin/sends")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    void awaitDone(long send) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> request()
                        .get("/api/admin/sends/" + send)
                        .jsonPath()
                        .getString("state")
                        .equals("DONE"));
    }
}
