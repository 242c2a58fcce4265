package dev.paperround;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.paperround.testing.InPublic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every ingest leaves a record, for operators. */
@QuarkusTest
@TestProfile(InPublic.class)
class IngestRecordsTest extends StubbedSources {
    @Test
    void byHandTheSourceIsAskedAtOnceAndToldOf() {
        house.admin()
                .post("/api/admin/ingest/huggingface?day=" + THURSDAY)
                .then()
                .statusCode(200)
                .body("added", is(1));
        list(THURSDAY, aResponse().withStatus(404));
        house.admin()
                .post("/api/admin/ingest/huggingface?day=" + THURSDAY)
                .then()
                .statusCode(502);

        ingests("source=huggingface")
                .body("added", is(List.of(0, 1)))
                .body("[0].error", containsString("answered 404"));
    }

    @Test
    void theButtonAsksForTheLastDaysAndThePagesTellWhatCame() {
        list(FRIDAY, aResponse().withStatus(404));
        var session = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("token", token)
                .post("/admin/login")
                .cookie(InPublic.SESSION_COOKIE);
        given().redirects()
                .follow(false)
                .cookie(InPublic.SESSION_COOKIE, session)
                .post("/admin/papers/huggingface")
                .then()
                .statusCode(303)
                .header("Location", "/admin/papers?asked#ingests");

        for (var page : List.of("/admin/papers?asked", "/admin")) {
            given().accept("text/html")
                    .cookie(InPublic.SESSION_COOKIE, session)
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(containsString("Newest ingests"), containsString("answered 404"), containsString(THURSDAY));
        }
        given().get("/api/papers").then().body("total", is(3));
    }

    @Test
    void whatIsHandedOverLeavesARecordToo() {
        house.ingestRows(FRIDAY, rows(row("2611.60001", "Reeds", "Wet feet.", 1)));
        house.ingestRows(FRIDAY, rows(row("2611.60001", "Reeds", "Wet feet.", 1)));
        house.ingestPage(FRIDAY, "Larks\n\nWe listen to larks over fields.\n\n  • 1 author\n·\nNov 17\n");
        house.ingestRows(FRIDAY, "{}").statusCode(400);

        ingests("limit=100")
                .body("source", is(List.of("manual-json", "manual-page", "manual-json", "manual-json")))
                .body("[0].error", containsString("expected a JSON array"))
                .body("unchanged", is(List.of(0, 0, 1, 0)));
    }

    @Test
    void theRecordsAreForTheOperatorOnly() {
        given().get("/api/admin/ingests").then().statusCode(401);
        house.admin().get("/api/admin/ingests?day=soon").then().statusCode(400);
        house.admin().get("/api/admin/ingests?limit=0").then().statusCode(400);
    }

    @Test
    void recordsAreKeptForThreeMonths() {
        jobs.collectPapers();
        house.clock().set(house.clock().instant().plusSeconds(91L * 24 * 3600));
        house.ingestRows("2027-02-19", rows(row("2702.00001", "Late", "Late.", 1)));

        ingests("limit=100").body("source", is(List.of("manual-json")));
    }
}
