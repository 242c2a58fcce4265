package dev.paperround.admin;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.paperround.EmptyHouse;
import dev.paperround.paper.ingest.SamplePapers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IngestTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final String ROWS = rows(
            row("2611.30001", "Rain Gauges", "Cheap microphones.", 4),
            row("2611.30002", "Slow Boats", "Quiet rivers.", 2));
    private static final String PAGE =
            "Daily Papers\n\nNov 18\n\nSlow Böats\n\nWe study slow boats on quiet rivers in spring.\n\nmeadow Meadow Lab\n·\nNov 17 3\n";

    @Inject
    SamplePapers samplePapers;

    @Test
    void rowsAreTakenInOnce() {
        house.ingestRows(DAY, ROWS)
                .statusCode(200)
                .body("day", equalTo(DAY))
                .body("received", equalTo(2))
                .body("added", equalTo(2))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(0))
                .body("rejected", hasSize(0));
        house.ingestRows(DAY, ROWS)
                .body("received", equalTo(2))
                .body("added", equalTo(0))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(2));
        given().get("/api/papers").then().body("total", equalTo(2));
    }

    @Test
    void aPageIsTakenInOnceAndInUtf8() {
        house.ingestPage(DAY, PAGE).statusCode(200).body("added", equalTo(1)).body("received", equalTo(1));
        house.admin()
                .header("Content-Type", "text/plain")
                .queryParam("day", DAY)
                .body(PAGE.getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/ingest")
                .then()
                .statusCode(200)
                .body("added", equalTo(0))
                .body("unchanged", equalTo(1));
        given().get("/api/papers")
                .then()
                .body("total", equalTo(1))
                .body("papers[0].title", equalTo("Slow Böats"))
                .body("papers[0].organization", containsString("Meadow Lab"))
                .body("papers[0].publishedOn", equalTo("2026-11-17"));
    }

    @Test
    void aTitleJoinsThePageWithTheLaterRow() {
        house.ingestPage(DAY, PAGE);

        house.ingestRows("2026-11-19", ROWS).body("added", equalTo(1)).body("updated", equalTo(1));

        given().get("/api/papers/2611.30002")
                .then()
                .statusCode(200)
                .body("organization", containsString("Meadow Lab"))
                .body("upvotes", equalTo(2))
                .body("day", equalTo("2026-11-19"))
                .body("days", equalTo(List.of("2026-11-19", DAY)));
        given().get("/api/papers").then().body("total", equalTo(2));
    }

    @Test
    void oneBadRowIsRejectedByItsPlaceAndTheRestGoesIn() {
        house.ingestRows(DAY, "[17, " + ROWS.substring(1, ROWS.length() - 1) + ", {\"paper\":{\"id\":\"2611.30003\"}}]")
                .statusCode(200)
                .body("received", equalTo(4))
                .body("added", equalTo(2))
                .body("rejected.position", equalTo(List.of(0, 3)))
                .body("rejected[0].reason", notNullValue());
    }

    @Test
    void strangeCharactersDoNoHarm() {
        house.ingestRows(
                        DAY,
                        "[{\"paper\":{\"id\":\"2611.30004\",\"title\":\"Rain \\ud800Drops\",\"summary\":\"a\\ud800b\","
                                + "\"upvotes\":-5}}]")
                .statusCode(200)
                .body("added", equalTo(1));
        house.ingestPage(
                        DAY,
                        PAGE
                                + "\n\u0000More \u0000Boats\n\nWe study \u0000 more boats on rivers.\n\n  • 1 author\n·\nNov 1\n")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("rejected.position", equalTo(List.of(13)))
                .body("rejected[0].reason", containsString("control characters"));
        given().get("/api/papers").then().statusCode(200);
    }

    @Test
    void bytesThatAreNoTextMakeNoPaper() throws IOException {
        var bytes = new byte[1_000_000];
        new Random(3).nextBytes(bytes);
        for (var type : List.of("text/plain", "text/plain; charset=UTF-8")) {
            bytesAs(type, bytes).statusCode(400).contentType("application/problem+json");
        }
        bytesAs("text/plain; charset=ISO-8859-1", bytes).statusCode(422);
        bytesAs("text/plain; charset=nonsense", bytes).statusCode(415);
        bytesAs("text/plain", Files.readString(Path.of("README.md")).getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("errors[0].message", containsString("no saved Daily Papers page"));
        given().get("/api/papers").then().body("total", equalTo(0));
    }

    private ValidatableResponse bytesAs(String type, byte[] bytes) {
        return house.admin()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", type)
                .queryParam("day", DAY)
                .body(bytes)
                .post("/api/admin/ingest")
                .then();
    }

    @Test
    void onePaperOfATitleAndASentenceIsTakenIn() {
        house.ingestPage(DAY, "Slow Boats\n\nWe study slow boats on quiet rivers in spring.\n")
                .statusCode(200)
                .body("added", equalTo(1));
    }

    @Test
    void aPaperIsTakenOutAndComesBackAsTheSameOne() {
        house.ingestRows(DAY, ROWS);
        var id = house.count("select id from paper where public_id = '2611.30002'");

        house.admin().delete("/api/admin/papers/2611.30002").then().statusCode(204);

        given().get("/api/papers/2611.30002").then().statusCode(404);
        given().get("/paper/2611.30002").then().statusCode(404);
        given().get("/api/papers").then().body("papers.id", equalTo(List.of("2611.30001")));
        given().get("/feed.atom").then().body(not(containsString("Slow Boats")));
        house.admin().delete("/api/admin/papers/2611.30002").then().statusCode(404);
        house.admin().delete("/api/admin/papers/nobody-knows").then().statusCode(404);

        house.ingestRows("2026-11-19", ROWS).body("added", equalTo(1)).body("updated", equalTo(1));
        given().get("/api/papers/2611.30002").then().body("days", equalTo(List.of("2026-11-19")));
        assertThat(house.count("select id from paper where public_id = '2611.30002'"))
                .isEqualTo(id);
        house.admin()
                .get("/api/admin/audit?act=paper-remove")
                .then()
                .body("find { it.outcome == 'DONE' }.subject", equalTo("paper 2611.30002"));
    }

    @Test
    void anIngestIsUndoneAsFarAsItAloneAddedSomething() {
        house.ingestRows(DAY, rows(row("2611.30001", "Rain Gauges", "Cheap microphones.", 4)));
        house.ingestRows(DAY, ROWS);
        house.ingestRows("2026-11-19", rows(row("2611.30001", "Rain Gauges", "Cheap microphones.", 9)));
        List<Integer> newest = house.admin().get("/api/admin/ingests").path("id");

        undo(newest.get(1)).statusCode(200).body("papers", equalTo(1)).body("days", equalTo(1));
        given().get("/api/papers").then().body("papers.id", equalTo(List.of("2611.30001")));
        undo(newest.get(0)).statusCode(200).body("papers", equalTo(0)).body("days", equalTo(1));
        given().get("/api/papers/2611.30001")
                .then()
                .body("days", equalTo(List.of(DAY)))
                .body("upvotes", equalTo(9));
        undo(newest.get(0)).statusCode(200).body("days", equalTo(0));
        house.admin().get("/api/admin/ingests").then().body("[0].undoneAt", notNullValue());
        undo(newest.get(2)).statusCode(200).body("papers", equalTo(1));
        given().get("/api/papers").then().body("total", equalTo(0));
        undo(999_999_999).statusCode(404).contentType("application/problem+json");
    }

    private ValidatableResponse undo(int ingest) {
        return house.admin().delete("/api/admin/ingests/" + ingest).then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "[{\"paper\":{\"title\":\" \"}}]"})
    void rowsWithoutAPaperCannotBeProcessed(String body) {
        house.ingestRows(DAY, body).statusCode(422).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "Daily Papers\n\nNov 18\n", "hello"})
    void aPageWithoutAPaperCannotBeProcessed(String page) {
        house.ingestPage(DAY, page)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("status", equalTo(422));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[{", "{\"papers\":[]}", "null", "[] []", "\"text\""})
    void whatIsNoArrayIsRefused(String body) {
        house.ingestRows(DAY, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", not(containsString("com.fasterxml")));
    }

    @Test
    void malformedJsonIsToldWithItsPlace() {
        house.ingestRows(DAY, "[\n  {\"paper\": }\n]").statusCode(400).body("detail", containsString("line 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "tomorrow", "2026-02-30", "18-11-2026", "1066-10-14", "9999-01-01", "+999999999-12-31"})
    void aBadDayIsRefused(String day) {
        house.ingestRows(day, ROWS)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("day"));
    }

    @Test
    void withoutADayItIsToday() {
        house.setClock("2026-11-20T23:59:00Z");
        house.admin()
                .contentType("application/json")
                .body(ROWS)
                .post("/api/admin/ingest")
                .then()
                .statusCode(200)
                .body("day", equalTo("2026-11-20"));
    }

    @Test
    void otherContentTypesAndCallersAreRefused() {
        house.admin()
                .contentType("text/csv")
                .body("a,b")
                .post("/api/admin/ingest")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().contentType("application/json")
                .body(ROWS)
                .post("/api/admin/ingest")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().get("/api/papers").then().body("total", equalTo(0));
    }

    @Test
    void samplePapersGoWhenRealOnesCome() {
        assertThat(samplePapers.load(LocalDate.parse(DAY))).isTrue();
        assertThat(samplePapers.load(LocalDate.parse(DAY))).isFalse();
        int samples = given().get("/api/papers").path("total");
        assertThat(samples).isPositive();

        house.ingestRows(DAY, "[]").statusCode(422);
        given().get("/api/papers").then().body("total", equalTo(samples));

        house.ingestRows(DAY, ROWS).statusCode(200).body("added", equalTo(2));
        given().get("/api/papers").then().body("total", equalTo(2));
        given().get("/api/digests").then().body("papers", equalTo(List.of(2)));
    }
}
