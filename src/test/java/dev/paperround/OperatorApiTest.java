package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.paperround.health.DutyHeartbeats;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What operators and the writers of scripts look at. */
@QuarkusTest
class OperatorApiTest {
    private static final Map<String, Set<String>> API = Map.ofEntries(
            Map.entry("/api/papers", Set.of("get")),
            Map.entry("/api/papers/{id}", Set.of("get")),
            Map.entry("/api/digests", Set.of("get")),
            Map.entry("/api/filters/preview", Set.of("get")),
            Map.entry("/api/challenge", Set.of("get")),
            Map.entry("/api/subscriptions", Set.of("post")),
            Map.entry("/api/subscriptions/confirm", Set.of("post")),
            Map.entry("/api/subscription", Set.of("get", "put", "delete")),
            Map.entry("/api/subscription/link", Set.of("post")),
            Map.entry("/api/subscription/export", Set.of("get")),
            Map.entry("/api/admin/ingest", Set.of("post")),
            Map.entry("/api/admin/ingest/huggingface", Set.of("post")),
            Map.entry("/api/admin/ingests", Set.of("get")),
            Map.entry("/api/admin/sends", Set.of("get", "post")),
            Map.entry("/api/admin/sends/{id}", Set.of("get")),
            Map.entry("/api/admin/sends/{id}/pause", Set.of("post")),
            Map.entry("/api/admin/sends/{id}/resume", Set.of("post")),
            Map.entry("/api/admin/sends/{id}/cancel", Set.of("post")),
            Map.entry("/api/admin/deliveries", Set.of("get")),
            Map.entry("/api/admin/deliveries/{id}/settle", Set.of("post")),
            Map.entry("/api/admin/subscribers", Set.of("get")),
            Map.entry("/api/admin/subscribers/{email}", Set.of("delete")),
            Map.entry("/api/admin/subscribers/{email}/history", Set.of("get")),
            Map.entry("/api/admin/subscribers/export", Set.of("get")),
            Map.entry("/api/admin/subscribers/import", Set.of("post")),
            Map.entry("/api/admin/bounces", Set.of("get", "post")),
            Map.entry("/api/admin/bounces/{id}/source", Set.of("get")),
            Map.entry("/api/admin/ingests/{id}", Set.of("delete")),
            Map.entry("/api/admin/papers/{id}", Set.of("delete")),
            Map.entry("/api/admin/suppressions/held", Set.of("get", "post")),
            Map.entry("/api/admin/suppressions/lift", Set.of("post")),
            Map.entry("/api/admin/suppressions", Set.of("get", "post")),
            Map.entry("/api/admin/suppressions/export", Set.of("get")),
            Map.entry("/api/admin/suppressions/import", Set.of("post")),
            Map.entry("/api/admin/suppressions/{email}", Set.of("delete")),
            Map.entry("/api/admin/tokens", Set.of("get", "post")),
            Map.entry("/api/admin/tokens/{id}", Set.of("delete")),
            Map.entry("/api/admin/audit", Set.of("get")),
            Map.entry("/api/admin/doctor", Set.of("get")),
            Map.entry("/api/admin/fence/accept", Set.of("post")),
            Map.entry("/api/admin/erasures", Set.of("get", "post")),
            Map.entry("/api/admin/preview", Set.of("get")));

    @Test
    void theOpenApiDocumentTellsOfEveryEndpoint() {
        Map<String, Map<String, Object>> paths = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");

        API.forEach((path, methods) ->
                assertThat(paths.get(path)).as(path).isNotNull().containsKeys(methods.toArray(String[]::new)));
        assertThat(paths.keySet()).filteredOn(path -> path.startsWith("/api")).allMatch(API::containsKey);
    }

    @Test
    void theOpenApiDocumentTellsOfTokensAndBothFormsOfInput() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .body("components.securitySchemes.adminToken.scheme", equalTo("bearer"))
                .body(
                        "paths.'/api/admin/ingest'.post.requestBody.content.keySet()",
                        equalTo(Set.of("application/json", "text/plain")))
                .body("paths.'/api/admin/sends'.post.security[0].containsKey('adminToken')", equalTo(true))
                .body("paths.'/api/subscription'.get.security[0].containsKey('manageToken')", equalTo(true))
                .body("paths.'/api/papers'.get.security", equalTo(null));
    }

    @Inject
    House house;

    @Inject
    Jobs jobs;

    @Inject
    DutyHeartbeats heartbeats;

    @Inject
    AgroalDataSource database;

    @Test
    void aTransactionThatSomebodyLeftOpenIsToldByTheDoctorAndAMetric() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select count(*) from paper");
            var check = "find { it.check == 'transactions' }.";
            house.admin().get("/api/admin/doctor").then().body(check + "state", equalTo("ok"));

            house.clock().set(house.clock().instant().plus(Duration.ofMinutes(40)));
            house.admin()
                    .get("/api/admin/doctor")
                    .then()
                    .body(check + "state", equalTo("warn"))
                    .body(check + "says", containsString("A transaction has been open for 40 minutes (process "))
                    .body(check + "mend", containsString("pg_terminate_backend("));
            jobs.measure();
            var metrics = given().get("/q/metrics").then().extract().asString();
            assertThat(metrics)
                    .containsPattern("paperround_database_oldest_transaction_seconds(\\{[^}]*\\})? 24\\d\\d\\.");
            connection.rollback();
        } finally {
            house.clock().reset();
        }
        jobs.measure();
        assertThat(given().get("/q/metrics").then().extract().asString())
                .containsPattern("paperround_database_oldest_transaction_seconds(\\{[^}]*\\})? \\d?\\d?\\d\\.");
    }

    @Test
    void liveAndReadyTellWhichWorkHasStoppedAndReadyWhichFails() {
        heartbeats.expectAll();
        try {
            house.clock().set(house.clock().instant().plus(Duration.ofMinutes(15)));

            for (var probe : List.of("live", "ready")) {
                given().get("/q/health/" + probe)
                        .then()
                        .statusCode(503)
                        .body(containsString("Sending digests has stopped: there was no sign of it for 15 minutes."));
            }
            house.admin()
                    .get("/api/admin/doctor")
                    .then()
                    .body("find { it.check == 'work' }.state", equalTo("fail"))
                    .body("find { it.check == 'work' }.says", containsString("Sending digests has stopped"));

            jobs.planDue();
            jobs.planSends();
            jobs.deliver();
            jobs.collectBounces();
            // The ledger's threads give their signs of life by themselves, every few seconds.
            for (var probe : List.of("live", "ready")) {
                await().until(() -> given().get("/q/health/" + probe).statusCode() == 200);
            }
        } finally {
            heartbeats.expectNone();
            house.clock().reset();
        }
    }

    @Test
    void healthMetricsAndTheApiBrowserAnswer() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("Paper Round"));
    }
}
