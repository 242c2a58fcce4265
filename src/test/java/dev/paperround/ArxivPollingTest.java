package dev.paperround;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.paperround.testing.InPublic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The announcements of arXiv, beside what Hugging Face lists. */
@QuarkusTest
@TestProfile(InPublic.class)
class ArxivPollingTest extends StubbedSources {
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
        ingests("source=arxiv:cs.LG&day=" + THURSDAY).body("[0].added", is(1)).body("[0].unchanged", is(1));

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
        ingests("source=arxiv:cs.LG").body("[0].error", containsString("an old one, of 2026-11-19"));
    }

    @Test
    void aCategoryThatStandsStillOrFailsHidesBehindNoOther() {
        arxiv(
                "cs.LG",
                aResponse()
                        .withBody(feed("Fri, 20 Nov 2026 00:00:00 -0500", item("2611.50001", "Kelp", "A", "Kelp."))));
        arxiv("cs.CL", aResponse().withStatus(404));
        jobs.collectPapers();

        ingests("source=arxiv").body("source", hasItems("arxiv:cs.LG", "arxiv:cs.CL"));
        ingests("source=arxiv:cs.LG").body("[0].added", is(1)).body("[0].error", nullValue());
        ingests("source=arxiv:cs.CL").body("[0].error", containsString("answered 404"));
        doctor().body("find { it.check == 'papers: arxiv:cs.CL' }.state", is("warn"))
                .body("find { it.check == 'papers: arxiv:cs.LG' }.state", is("ok"));

        house.clock().set(house.clock().instant().plusSeconds(6 * 24 * 3600));
        arxiv(
                "cs.CL",
                aResponse()
                        .withBody(feed("Thu, 26 Nov 2026 00:00:00 -0500", item("2611.50003", "Fern", "A", "Fern."))));
        jobs.collectPapers();
        jobs.measure();

        doctor().body("find { it.check == 'papers: arxiv:cs.CL' }.state", is("ok"))
                .body("find { it.check == 'papers: arxiv:cs.LG' }.says", containsString("2026-11-20"));
        given().get("/q/metrics").then().body(containsString("paperround_ingest_age_seconds{source=\"arxiv:cs.CL\""));
    }

    private ValidatableResponse doctor() {
        return house.admin().get("/api/admin/doctor").then();
    }

    @Test
    void anErrorFeedIsTold() {
        arxiv(aResponse()
                .withStatus(400)
                .withBody("<rss><channel><title>Feed error for query: cs.XX</title>"
                        + "<description>no such category</description></channel></rss>"));
        jobs.collectPapers();

        ingests("source=arxiv:cs.LG").body("[0].error", containsString("answered 400: Feed error for query: cs.XX"));
    }
}
