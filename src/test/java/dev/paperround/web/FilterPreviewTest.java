package dev.paperround.web;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FilterPreviewTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";

    @Test
    void thePreviewFindsWhatTheDigestBrings() {
        house.ingestRows(
                DAY,
                rows(
                        row("2611.10001", "Filtering Rain", "Gauges are rare.", 3),
                        row("2611.10002", "On Roofs", "We filter the sound of drops.", 9),
                        row("2611.10003", "Kitchens", "Robots cook.", 1)));
        house.subscribe("same@preview.example", "filters");

        var previewed = preview("filters", null)
                .statusCode(200)
                .body("matched", equalTo(2))
                .body("considered", equalTo(3))
                .body("days", equalTo(30))
                .body("papers[0].day", equalTo(DAY))
                .extract()
                .<List<String>>path("papers.id");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));

        @SuppressWarnings("unchecked")
        var sent =
                (List<String>) house.deliveries("same@preview.example").get(0).get("papers");
        assertThat(sent).containsExactlyInAnyOrderElementsOf(previewed);
    }

    @Test
    void highlightsAreMarkedAndSafe() {
        house.ingestRows(
                DAY,
                rows(row(
                        "2611.10004",
                        "<script>alert('R&D')</script> for \"Robots\"",
                        "Is x < y & z > w? <img src=x onerror=alert(1)> Robots know.",
                        1)));

        preview("robots", null)
                .body(
                        "papers[0].highlights.title",
                        equalTo(
                                "&lt;script&gt;alert(&#39;R&amp;D&#39;)&lt;/script&gt; for &quot;<mark>Robots</mark>&quot;"))
                .body("papers[0].highlights.abstract", containsString("&lt;img src=x"))
                .body("papers[0].highlights.abstract", containsString("<mark>Robots</mark> know."))
                .body("papers[0].title", equalTo("<script>alert('R&D')</script> for \"Robots\""));
        preview("script", null)
                .body("papers[0].highlights.title", containsString("&lt;<mark>script</mark>&gt;"))
                .body("papers[0].highlights.title", not(containsString("<script")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a (b|2",
                "\"time series|0",
                "robots)|6",
                "-survey|0",
                "NOT survey|0",
                "nope:robots|0",
                "robots nope:cats|7"
            })
    void aRefusedQueryIsToldWithItsPlace(String query, int position) {
        preview(query, null)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("position", equalTo(position))
                .body("status", equalTo(400))
                .body("errors[0].field", equalTo("q"))
                .body("detail", not(equalTo("")));
    }

    @Test
    void aQueryOfFiveHundredCharactersIsTheLongest() {
        preview("a".repeat(500), null).statusCode(200).body("matched", equalTo(0));
        preview("a".repeat(501), null).statusCode(400).body("position", equalTo(500));
        preview("", null).statusCode(400).body("position", equalTo(0));
        given().get("/api/filters/preview").then().statusCode(400).body("errors.field", hasItem("q"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1.5", "367", "99999999999999999999"})
    void daysOutOfRangeAreRefused(String days) {
        preview("robots", days)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("days"));
    }

    @Test
    void daysAreCountedBackFromTheNewestDayWithPapers() {
        house.ingestRows("2024-02-01", rows(row("2402.10001", "Old Robots", "a", 1)));
        house.ingestRows("2024-02-07", rows(row("2402.10002", "New Robots", "a", 1)));

        preview("robots", "6").body("matched", equalTo(1)).body("considered", equalTo(1));
        preview("robots", "7")
                .body("matched", equalTo(2))
                .body("papers.title", equalTo(List.of("New Robots", "Old Robots")));
    }

    @Test
    void withoutPapersNothingIsFound() {
        preview("robots", null)
                .statusCode(200)
                .body("matched", equalTo(0))
                .body("considered", equalTo(0))
                .body("papers", hasSize(0));
    }

    private static ValidatableResponse preview(String query, String days) {
        var request = given().queryParam("q", query);
        return (days == null ? request : request.queryParam("days", days))
                .get("/api/filters/preview")
                .then();
    }

    @Test
    void whoWantsFewPapersSaysSo() {
        house.ingestRows(DAY, rows(row("2611.10011", "Rain One", "A.", 3), row("2611.10012", "Rain Two", "B.", 9)));

        given().queryParam("q", "rain")
                .queryParam("limit", 1)
                .get("/api/filters/preview")
                .then()
                .statusCode(200)
                .body("matched", equalTo(2))
                .body("papers.size()", equalTo(1));
        given().queryParam("q", "rain")
                .queryParam("limit", 201)
                .get("/api/filters/preview")
                .then()
                .statusCode(400);
    }

    @Test
    void whatMayHaveBeenMeantIsHinted() {
        house.ingestRows(
                DAY,
                rows(
                        row("2611.10021", "Planning", "Large language models (LLMs) plan on video.", 3),
                        row("2611.10022", "Kitchens", "Robots cook.", 1)));

        preview("LLM", null).body("hints.query", equalTo(List.of("LLM OR \"large language models\"")));
        preview("\"large language model\" -soup", null)
                .body("hints.query", equalTo(List.of("(\"large language model\" OR LLM) -soup")));
        preview("robots or video", null).body("hints[0].query", equalTo("robots OR video"));
        preview("VIDEO", null).body("matched", equalTo(0)).body("hints.query", equalTo(List.of("VIDEO OR video")));
        preview("kitchns", null).body("hints.query", equalTo(List.of("kitchns OR kitchens")));
        preview("robots", null).body("hints", hasSize(0));
    }

    @Test
    void changedAbstractsDefineOtherAbbreviations() {
        house.ingestRows(DAY, rows(row("2611.10023", "Planning", "Tidal river maps (TRM) flow.", 3)));
        preview("TRM", null).body("hints.query", equalTo(List.of("TRM OR \"tidal river maps\"")));

        house.ingestRows(DAY, rows(row("2611.10023", "Planning", "Tiny rain meters (TRM) drip.", 3)));

        preview("TRM", null).body("hints.query", equalTo(List.of("TRM OR \"tiny rain meters\"")));
    }

    @Test
    void whatTrendsCanBeAskedFor() {
        house.ingestRows(
                DAY,
                rows(
                        row("2611.10031", "Rain", "a", 3),
                        row("2611.10032", "Snow", "a", 9),
                        row("2611.10033", "Hail", "a", 5)));

        preview("trending:2", null).body("papers.title", equalTo(List.of("Snow", "Hail")));
        preview("trending:2 -snow", null).body("papers.title", equalTo(List.of("Hail")));
        preview("trending:51", null).statusCode(400).body("position", equalTo(9));
    }
}
