package dev.paperround;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import dev.paperround.testing.StubServer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Papers that arrive without anyone asking, from the tick of the job to the record of what came. */
@QuarkusTest
@WithTestResource(value = StubServer.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ArrivingTest {
    private static final String FRIDAY = "2026-11-20";
    private static final String THURSDAY = "2026-11-19";

    @Inject
    House house;

    @Inject
    Jobs jobs;

    @ConfigProperty(name = "paperround.admin-token")
    String token;

    WireMockServer server;

    @BeforeEach
    void empty() {
        house.empty();
        server.resetAll();
        house.clock().set(Instant.parse("2026-11-20T09:00:00Z"));
        list(FRIDAY, okJson("[]"));
        list(THURSDAY, okJson(rows(row("2611.40002", "Slow Boats", "Quiet rivers.", 2))));
        list("2026-11-18", okJson(rows(row("2611.40003", "Rain Gauges", "Cheap microphones.", 4))));
        list("2026-11-17", okJson(rows(row("2611.40004", "Kites", "On strings.", 1))));
        arxiv(aResponse().withStatus(200).withBody(feed("Fri, 20 Nov 2026 00:00:00 -0500")));
    }

    @Test
    void theLastFourDaysArriveAndLeaveARecordEach() {
        jobs.collectPapers();

        given().get("/api/papers").then().body("total", is(3));
        ingests("source=huggingface")
                .body("day", is(List.of("2026-11-17", "2026-11-18", THURSDAY, FRIDAY)))
                .body("received", is(List.of(1, 1, 1, 0)))
                .body("added", is(List.of(1, 1, 1, 0)))
                .body("updated", is(List.of(0, 0, 0, 0)))
                .body("rejected", is(List.of(0, 0, 0, 0)))
                .body("error", is(Arrays.asList(null, null, null, null)))
                .body("duration", not(hasItem(nullValue())));
        ingests("source=huggingface&day=" + THURSDAY).body("", hasSize(1));
        ingests("limit=2").body("", hasSize(2));
        ingests("source=huggingface&day=2026-11-21").body("", hasSize(0));
    }

    @Test
    void votesThatGrowAreRefreshedAndPollsThatBringNothingShareARecord() {
        jobs.collectPapers();
        list(THURSDAY, okJson(rows(row("2611.40002", "Slower Boats", "Quiet rivers.", 9))));
        anHourLater();
        anHourLater();
        anHourLater();

        given().get("/api/papers/2611.40002").then().body("upvotes", is(9)).body("title", is("Slower Boats"));
        ingests("source=huggingface&day=" + THURSDAY)
                .body("updated", is(List.of(0, 1, 0)))
                .body("times", is(List.of(2, 1, 1)));
        ingests("source=huggingface&day=" + FRIDAY).body("times", is(List.of(4)));
    }

    @Test
    void aPaperFeaturedOnASecondDayKeepsBoth() {
        list(FRIDAY, okJson(rows(row("2611.40002", "Slow Boats", "Quiet rivers.", 2))));
        jobs.collectPapers();

        given().get("/api/papers/2611.40002").then().body("days", is(List.of(FRIDAY, THURSDAY)));
    }

    @Test
    void twoThatPollAtOnceAskOnce() {
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(jobs::collectPapers))
                        .toArray(CompletableFuture[]::new))
                .join();
        jobs.collectPapers();

        server.verify(4, getRequestedFor(urlPathEqualTo("/api/daily_papers")));
        server.verify(1, getRequestedFor(urlPathEqualTo("/rss/cs.LG+cs.CL")));
    }

    @Test
    void oneDayThatIsRefusedKeepsNoOtherFromArriving() {
        list(FRIDAY, aResponse().withStatus(400));
        jobs.collectPapers();

        given().get("/api/papers").then().body("total", is(3));
        ingests("source=huggingface&day=" + FRIDAY).body("[0].error", containsString("answered 400"));
    }

    @Test
    void aSourceThatFailsIsAskedAgainBeforeTheNextHour() {
        list(FRIDAY, aResponse().withStatus(404));
        list(THURSDAY, aResponse().withStatus(404));
        jobs.collectPapers();
        server.verify(0, asked("2026-11-18"));
        list(FRIDAY, okJson("[]"));
        list(THURSDAY, okJson("[]"));

        house.clock().set(house.clock().instant().plusSeconds(11 * 60));
        jobs.collectPapers();

        given().get("/api/papers").then().body("total", is(2));
    }

    @Test
    void aBadRowIsRecordedWithItsPlaceAndTheRestGoesIn() {
        list(THURSDAY, okJson(rows("changed", row("2611.40002", "Slow Boats", "Quiet rivers.", 2))));
        jobs.collectPapers();

        ingests("source=huggingface&day=" + THURSDAY)
                .body("[0].received", is(2))
                .body("[0].added", is(1))
                .body("[0].rejected", is(1))
                .body("[0].rejections[0].position", is(0))
                .body("[0].rejections[0].reason", containsString("a paper is an object"));
    }

    @Test
    void aWeekdayThatEndedEmptyIsWarnedOfOnce() {
        double before = emptyWeekdays();
        list(THURSDAY, okJson("[]"));
        jobs.collectPapers();
        anHourLater();

        ingests("source=huggingface&day=" + THURSDAY)
                .body("warning", is(List.of("a weekday that ended without a paper")))
                .body("[0].times", is(2));
        ingests("source=huggingface&day=" + FRIDAY).body("[0].warning", nullValue());
        assertThat(emptyWeekdays()).isEqualTo(before + 1);
    }

    @Test
    void anEmptyWeekendIsNoCauseForWarning() {
        house.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
        for (var day : List.of("2026-11-23", "2026-11-22", "2026-11-21")) {
            list(day, okJson("[]"));
        }
        list(FRIDAY, okJson(rows(row("2611.40001", "Wells", "Deep.", 1))));
        jobs.collectPapers();

        ingests("source=huggingface").body("", hasSize(4)).body("warning.findAll { it != null }", hasSize(0));
    }

    @Test
    void arxivIsMergedIntoWhatHuggingFaceTells() {
        jobs.collectPapers();
        house.clock().set(house.clock().instant().plusSeconds(6 * 3600));
        arxiv(aResponse()
                .withBody(feed(
                        "Thu, 19 Nov 2026 00:00:00 -0500",
                        item("2611.40002", "Slow Boats (Draft)", "Andr\\'e Sel", "Another wording."),
                        item("2611.50001", "Kelp", "Andr\\'e Sel", "Kelp at $10^{6}$ scale."))));
        jobs.collectPapers();

        given().get("/api/papers/2611.40002")
                .then()
                .body("title", is("Slow Boats"))
                .body("abstract", is("Quiet rivers."))
                .body("upvotes", is(2))
                .body("authors", is(List.of("Ada Okafor")));
        given().get("/api/papers/2611.50001")
                .then()
                .body("day", is(THURSDAY))
                .body("abstract", is("Kelp at $10^{6}$ scale."));
        given().accept("text/html").get("/paper/2611.50001").then().body(containsString("André Sel"));
        ingests("source=arxiv&day=" + THURSDAY).body("[0].added", is(1)).body("[0].unchanged", is(1));

        house.ingestRows(FRIDAY, rows(row("2611.50001", "Kelp, at Last", "Kelp.", 7)));
        given().get("/api/papers/2611.50001")
                .then()
                .body("title", is("Kelp, at Last"))
                .body("upvotes", is(7));
    }

    @Test
    void anOldListingAddsNothing() {
        arxiv(aResponse().withBody(feed("Fri, 20 Nov 2026 00:00:00 -0500", item("2611.50001", "Kelp", "A", "Kelp."))));
        jobs.collectPapers();
        arxiv(aResponse().withBody(feed("Thu, 19 Nov 2026 00:00:00 -0500", item("2611.50002", "Reed", "A", "Reed."))));
        house.clock().set(house.clock().instant().plusSeconds(6 * 3600));
        jobs.collectPapers();

        given().get("/api/papers/2611.50002").then().statusCode(404);
        ingests("source=arxiv").body("[0].error", containsString("an old one, of 2026-11-19"));
    }

    @Test
    void anErrorFeedIsTold() {
        arxiv(aResponse()
                .withStatus(400)
                .withBody("<rss><channel><title>Feed error for query: cs.XX</title>"
                        + "<description>no such category</description></channel></rss>"));
        jobs.collectPapers();

        ingests("source=arxiv").body("[0].error", containsString("answered 400: Feed error for query: cs.XX"));
    }

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
                .cookie("paperround_admin");
        given().redirects()
                .follow(false)
                .cookie("paperround_admin", session)
                .post("/admin/papers/huggingface")
                .then()
                .statusCode(303)
                .header("Location", "/admin/papers?asked#ingests");

        for (var page : List.of("/admin/papers?asked", "/admin")) {
            given().accept("text/html")
                    .cookie("paperround_admin", session)
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

    private void anHourLater() {
        house.clock().set(house.clock().instant().plusSeconds(3601));
        jobs.collectPapers();
    }

    private ValidatableResponse ingests(String query) {
        return house.admin().get("/api/admin/ingests?" + query).then().statusCode(200);
    }

    private static double emptyWeekdays() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line ->
                        line.startsWith("paperround_source_empty_weekdays_total") && line.contains("huggingface"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private void list(String day, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/api/daily_papers"))
                .withQueryParam("date", equalTo(day))
                .willReturn(answer));
    }

    private static RequestPatternBuilder asked(String day) {
        return getRequestedFor(urlPathEqualTo("/api/daily_papers")).withQueryParam("date", equalTo(day));
    }

    private void arxiv(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/rss/cs.LG+cs.CL")).willReturn(answer));
    }

    private static String feed(String date, String... items) {
        return "<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>cs.LG updates</title><pubDate>"
                + date + "</pubDate>" + String.join("", items) + "</channel></rss>";
    }

    private static String item(String id, String title, String creator, String text) {
        return "<item><title>%s</title><guid>oai:arXiv.org:%sv1</guid><dc:creator>%s</dc:creator><description>%s</description></item>"
                .formatted(title, id, creator, "arXiv:" + id + "v1 Announce Type: new \nAbstract: " + text);
    }
}
