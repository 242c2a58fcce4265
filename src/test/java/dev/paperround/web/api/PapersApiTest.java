package dev.paperround.web.api;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PapersApiTest extends EmptyHouse {
    @BeforeEach
    void papers() {
        house.ingestRows(
                "2026-11-17",
                rows(
                        row("2611.20001", "Robots at Sea", "Waves.", 4),
                        row("cs/0112017", "An Old Robot", "Rust.", 2),
                        row("2611.20003", "Kitchens", "Cooking.", 1)));
        house.ingestRows("2026-11-18", rows(row("2611.20004", "Rain", "Roofs.", 8)));
    }

    @Test
    void theNewestDayComesFirst() {
        given().get("/api/papers")
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("papers.title", equalTo(List.of("Rain", "Robots at Sea", "An Old Robot", "Kitchens")))
                .body("papers[0].day", equalTo("2026-11-18"))
                .body("papers[0].upvotes", equalTo(8))
                .body("papers[0].authors", equalTo(List.of("Ada Okafor")))
                .body("papers[0].abstract", equalTo("Roofs."));
    }

    @Test
    void dayQueryLimitAndOffsetNarrow() {
        given().queryParam("day", "2026-11-17").get("/api/papers").then().body("total", equalTo(3));
        given().queryParam("day", "2020-01-01")
                .get("/api/papers")
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("papers", hasSize(0));
        given().queryParam("q", "robots")
                .get("/api/papers")
                .then()
                .body("papers.id", equalTo(List.of("2611.20001", "cs/0112017")));
        given().queryParam("q", "robots OR rain")
                .queryParam("day", "2026-11-17")
                .queryParam("limit", 1)
                .queryParam("offset", 1)
                .get("/api/papers")
                .then()
                .body("total", equalTo(2))
                .body("papers.title", equalTo(List.of("An Old Robot")));
        given().queryParam("offset", 99)
                .get("/api/papers")
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("papers", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "day, yesterday",
        "day, 2026-02-30",
        "day, 2026-11-18T00:00:00Z",
        "day, +999999999-12-31",
        "limit, 0",
        "limit, 201",
        "limit, ten",
        "offset, -1",
        "offset, 99999999999",
        "q, '-robots'"
    })
    void aBadParameterIsRefusedByItsName(String name, String value) {
        given().queryParam(name, value)
                .get("/api/papers")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(name));
    }

    @Test
    void aPaperIsFoundByEachOfItsIds() {
        given().get("/api/papers/2611.20001").then().statusCode(200).body("title", equalTo("Robots at Sea"));
        given().get("/api/papers/2611.20001v2").then().statusCode(200).body("id", equalTo("2611.20001"));
        given().get("/api/papers/cs/0112017").then().statusCode(200).body("title", equalTo("An Old Robot"));
        given().urlEncodingEnabled(false)
                .get("/api/papers/cs%2F0112017")
                .then()
                .statusCode(200)
                .body("title", equalTo("An Old Robot"));
        given().get("/api/papers/2611.20001")
                .then()
                .body("url", equalTo("https://huggingface.co/papers/2611.20001"))
                .body("days", equalTo(List.of("2026-11-17")))
                .body("publishedOn", equalTo("2026-11-16"))
                .body("comments", notNullValue())
                .body("authorCount", equalTo(1));
    }

    @Test
    void aPaperNamesItsSourceAndItsDoi() {
        house.ingestRows("2026-11-18", rows(row("10.1101/2026.11.01.7A", "Cells at Sea", "Cells float.", 3)));

        given().get("/api/papers/10.1101/2026.11.01.7a")
                .then()
                .statusCode(200)
                .body("id", equalTo("10.1101/2026.11.01.7a"))
                .body("doi", equalTo("10.1101/2026.11.01.7a"))
                .body("url", equalTo("https://doi.org/10.1101/2026.11.01.7a"))
                .body("source", equalTo("huggingface"));
        given().get("/api/papers/2611.20001").then().body("doi", nullValue());
    }

    @Test
    void theDocumentDescribesEveryFieldOfAPaper() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("components.schemas.PaperView.properties", hasKey("id"))
                .body("components.schemas.PaperView.properties", hasKey("abstract"))
                .body("components.schemas.PaperView.properties", hasKey("source"))
                .body("components.schemas.PaperView.properties", not(hasKey("facts")));
    }

    @Test
    void aPaperOnceKnownByItsTitleKeepsThatKey() {
        house.ingestPage(
                "2026-11-18",
                "Slow Boats\n\nWe study slow boats on quiet rivers in spring.\n\n  • 2 authors\n·\nNov 17\n");
        String key =
                given().queryParam("q", "\"slow boats\"").get("/api/papers").path("papers[0].id");

        house.ingestRows("2026-11-18", rows(row("2611.20009", "Slow Boats", "We study slow boats.", 5)));

        given().get("/api/papers/" + key).then().statusCode(200).body("id", equalTo("2611.20009"));
    }

    @Test
    void aPaperNobodyKnowsIsNotFound() {
        for (var id : List.of("2611.99999", "nothing", "cs/9999999", "%00", "a%20b", "..%2f..")) {
            given().urlEncodingEnabled(false)
                    .get("/api/papers/" + id)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("status", equalTo(404));
        }
    }

    @Test
    void digestsAreTheDaysWithPapers() {
        given().get("/api/digests")
                .then()
                .statusCode(200)
                .body("day", equalTo(List.of("2026-11-18", "2026-11-17")))
                .body("papers", equalTo(List.of(1, 3)));
    }
}
