package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperround.testing.SlowRelay;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program starts on the database of an earlier version, which was ended amid a send. */
class UpgradeIT {
    private static final String TOKEN = "of-an-upgrade";

    @TempDir
    Path directory;

    /** The first with a ledger, the last before the journal, the last before this one. */
    @ParameterizedTest
    @ValueSource(ints = {3, 8, 17})
    void theSendGoesOnAndNobodyGetsAMailTwice(int version) throws Exception {
        try (var postgres = EmbeddedPostgres.builder().start();
                var relay = new SlowRelay(0)) {
            var schema = OldSchema.filled(postgres, version);
            try (var program = Program.soon(directory, settings(schema, relay))) {
                awaitDone(program, 1);
                assertThat(relay.received().keySet().stream().map(it -> it.split("@")[0]))
                        .containsExactlyInAnyOrder("planned", "retry", "leased");
                assertThat(states(schema))
                        .containsExactly(
                                "leased SENT",
                                "planned SENT",
                                "rejected REJECTED",
                                "retry SENT",
                                "sending UNKNOWN",
                                "sent SENT",
                                "skipped SKIPPED",
                                "unknown UNKNOWN");

                ingest(program);
                awaitDone(program, send(program));
                assertThat(relay.received().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .as("the new paper for all eight")
                        .isEqualTo(3 + 8);
                assertThat(schema.texts("select cardinality(paper_ids) from delivery d join subscriber s on"
                                + " s.id = d.subscriber_id where send_id = 2 and split_part(email, '@', 1) not in"
                                + " ('rejected', 'skipped')"))
                        .as("and the old one for nobody who had it, or may have")
                        .containsOnly("1");
                assertThat(operator(program)
                                .get("/api/admin/subscribers?q=sent@")
                                .jsonPath()
                                .getList("[0].filters.query"))
                        .isEqualTo(List.of("herons -\"storks\"", "cars"));
            }
        }
    }

    private static Map<String, String> settings(OldSchema schema, SlowRelay relay) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", schema.url(),
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", Integer.toString(relay.port()),
                "PAPERROUND_BASE_URL", "https://papers.upgrade.example",
                "PAPERROUND_SECRET", "a secret of an upgrade",
                "PAPERROUND_ADMIN_TOKEN", TOKEN);
    }

    private static List<String> states(OldSchema schema) throws Exception {
        return schema.texts("select split_part(email, '@', 1) || ' ' || d.state from delivery d"
                + " join subscriber s on s.id = d.subscriber_id where send_id = 1 order by 1");
    }

    private static RequestSpecification operator(Program program) {
        return RestAssured.given().baseUri(program.address()).header("Authorization", "Bearer " + TOKEN);
    }

    private static void ingest(Program program) {
        operator(program)
                .contentType("application/json")
                .queryParam("day", "2026-11-18")
                .body(House.rows(House.row("2611.72002", "Herons at Sea", "They stand on ships.", 3)))
                .post("/api/admin/ingest")
                .then()
                .statusCode(200);
    }

    private static long send(Program program) {
        return operator(program)
                .contentType("application/json")
                .body(Map.of("day", "2026-11-18", "audience", Map.of("all", true)))
                .post("/api/admin/sends")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static void awaitDone(Program program, long send) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> operator(program)
                        .get("/api/admin/sends/" + send)
                        .jsonPath()
                        .getString("state")
                        .equals("DONE"));
    }
}
