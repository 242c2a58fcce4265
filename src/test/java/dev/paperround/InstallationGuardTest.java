package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.paperround.testing.ScriptedRelay;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A copy of production, started at another address and with a relay set. */
@QuarkusTest
@TestProfile(ToARelay.class)
class InstallationGuardTest {
    private static final String DAY = "2026-11-18";
    private static final String ADA = "ada@fence.example";

    @Inject
    House house;

    @ConfigProperty(name = "paperround.admin-token")
    String token;

    private ScriptedRelay relay;

    @BeforeEach
    void open() {
        relay = new ScriptedRelay(ToARelay.port());
        house.empty();
        house.sql("delete from installation");
        house.ingestRows(DAY, House.rows(House.row("2611.98001", "Fences", "Of wood.", 1)));
        house.importActive(ADA, "fences");
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        house.sql("delete from installation");
    }

    private void ownedBy(String environment) {
        house.sql("insert into installation (environment) values ('" + environment + "')");
    }

    private Map<String, Object> send() {
        return house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
    }

    private long environments(String name) {
        return house.count("select count(*) from installation where environment = '" + name + "'");
    }

    @Test
    void theFirstStartTakesPossession() {
        assertThat(send()).containsEntry("sent", 1).containsEntry("state", "DONE");

        assertThat(environments("staging.round.example.org")).isEqualTo(1);
    }

    @Test
    void aTrialOnOnesOwnMachineGrowsUp() {
        ownedBy("local");

        assertThat(send()).containsEntry("sent", 1).containsEntry("waitingFor", null);

        assertThat(environments("staging.round.example.org")).isEqualTo(1);
    }

    @Test
    void aCopyPlansAndSendsNothingAndSaysWhy() {
        ownedBy("papers.round.example.org");

        assertThat(send())
                .containsEntry("state", "PLANNING")
                .containsEntry("planned", 0)
                .hasEntrySatisfying("waitingFor", it -> assertThat((String) it)
                        .contains("“papers.round.example.org”", "“staging.round.example.org”"));
        house.signUp(Map.of(
                        "email", "new@fence.example", "filters", List.of(Map.of("name", "Fences", "query", "fences"))))
                .statusCode(202);
        house.sendLetters();
        house.planDue();
        house.deliver();

        assertThat(relay.mostAtOnce()).isZero();
        given().get("/q/health/ready").then().statusCode(200).body(containsString("it may be a copy"));
        house.admin().get("/api/admin/doctor").then().body("find { it.check == 'fence' }.state", equalTo("fail"));
    }

    @Test
    void itSendsOnceAnOperatorSaysSo() {
        ownedBy("papers.round.example.org");
        send();
        House.bearer(house.adminToken("fence " + System.nanoTime(), "send"))
                .post("/api/admin/fence/accept")
                .then()
                .statusCode(403);

        house.admin().post("/api/admin/fence/accept").then().statusCode(204);
        house.planSends();
        house.deliver();

        assertThat(relay.accepted(ADA)).isEqualTo(1);
        house.admin()
                .queryParam("act", "fence-accept")
                .get("/api/admin/audit")
                .then()
                .body("[0].outcome", equalTo("DONE"));
    }

    /** A send is planned, and then its database is found to be another one than that which sent. */
    private String restoredWithAnOpenSend() {
        var location = house.startSend(Map.of("day", DAY, "audience", Map.of("all", true)))
                .statusCode(202)
                .extract()
                .header("Location");
        house.planSends();
        house.sql("update installation set place = '7000000000000000001/16384'");
        house.deliver();
        assertThat(house.progress(location))
                .containsEntry("pending", 1)
                .hasEntrySatisfying("waitingFor", it -> assertThat((String) it).contains("restored from a backup"));
        return location;
    }

    @Test
    void whatWasOpenInARestoredBackupBecomesUnknownAndItsPapersCountAsReceived() {
        var location = restoredWithAnOpenSend();

        house.admin().post("/api/admin/fence/accept").then().statusCode(204);
        house.deliver();

        assertThat(house.progress(location))
                .containsEntry("state", "DONE")
                .containsEntry("pending", 0)
                .containsEntry("unknown", 1);
        assertThat(send()).containsEntry("planned", 0).containsEntry("skipped", 1);
        assertThat(relay.mostAtOnce()).isZero();
    }

    @Test
    void whatWasOpenInADatabaseThatWasMovedLeavesAsUsual() {
        restoredWithAnOpenSend();

        house.admin()
                .queryParam("nothingSentSince", true)
                .post("/api/admin/fence/accept")
                .then()
                .statusCode(204);
        house.deliver();

        assertThat(relay.accepted(ADA)).isEqualTo(1);
    }

    @Test
    void whatIsNeitherYesNorNoIsRefusedAndNothingLeaves() {
        restoredWithAnOpenSend();

        house.admin()
                .queryParam("nothingSentSince", "maybe")
                .post("/api/admin/fence/accept")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("nothingSentSince"))
                .body("errors[0].message", equalTo("“maybe” is neither true nor false."));
        house.deliver();

        assertThat(relay.accepted(ADA)).isZero();
    }

    @Test
    void whoseHourWasBetweenTheBackupAndTheRestoreMayHaveHadTheDigest() {
        house.setClock(DAY + "T09:00:00Z");
        restoredWithAnOpenSend();
        house.importActive("grace@fence.example", "fences");
        house.sql("update subscriber set next_due_at = '2026-11-16T08:00:00Z' where email = 'grace@fence.example'");

        house.admin().post("/api/admin/fence/accept").then().statusCode(204);
        for (var day = 0; day < 4; day++) {
            house.planDue();
        }
        house.deliver();

        assertThat(house.deliveries("grace@fence.example"))
                .extracting(it -> it.get("state"))
                .as("the paper came on the third day")
                .containsExactlyInAnyOrder("unknown", "skipped", "skipped");
        assertThat(house.count("select count(*) from subscriber where next_due_at <= '" + house.now() + "'"))
                .isZero();
        assertThat(house.count("select sum(unknown) from send_count")).isEqualTo(2);
        assertThat(relay.mostAtOnce()).isZero();
    }

    @Test
    void theOverviewAsks() {
        ownedBy("papers.round.example.org");
        var session = Operator.session(token);
        page(session).body(containsString("it may be a copy"));

        given().cookie("paperround_admin", session)
                .redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .post("/admin/fence")
                .then()
                .statusCode(303);

        page(session).body(not(containsString("it may be a copy")));
    }

    private static ValidatableResponse page(String session) {
        return given().cookie("paperround_admin", session).get("/admin").then().statusCode(200);
    }
}
