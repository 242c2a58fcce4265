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

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import dev.paperround.testing.StubServer;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** Both sources of papers, as a test wants them to answer. */
abstract class StubbedSources extends EmptyHouse {
    static final String FRIDAY = "2026-11-20";

    static final String THURSDAY = "2026-11-19";

    @Inject
    Jobs jobs;

    @ConfigProperty(name = "paperround.admin-token")
    String token;

    WireMockServer server;

    @BeforeEach
    void fourDays() {
        server.resetAll();
        StubServer.hearTraces(server);
        house.clock().set(Instant.parse("2026-11-20T09:00:00Z"));
        list(FRIDAY, okJson("[]"));
        list(THURSDAY, okJson(rows(row("2611.40002", "Slow Boats", "Quiet rivers.", 2))));
        list("2026-11-18", okJson(rows(row("2611.40003", "Rain Gauges", "Cheap microphones.", 4))));
        list("2026-11-17", okJson(rows(row("2611.40004", "Kites", "On strings.", 1))));
        arxiv("cs.LG", aResponse().withBody(feed("Fri, 20 Nov 2026 00:00:00 -0500")));
        arxiv("cs.CL", aResponse().withBody(feed("Fri, 20 Nov 2026 00:00:00 -0500")));
    }

    void anHourLater() {
        house.clock().set(house.clock().instant().plusSeconds(3601));
        jobs.collectPapers();
    }

    ValidatableResponse ingests(String query) {
        return house.admin().get("/api/admin/ingests?" + query).then().statusCode(200);
    }

    static double emptyWeekdays() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line ->
                        line.startsWith("paperround_source_empty_weekdays_total") && line.contains("huggingface"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    void list(String day, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/api/daily_papers"))
                .withQueryParam("date", equalTo(day))
                .willReturn(answer));
    }

    static RequestPatternBuilder asked(String day) {
        return getRequestedFor(urlPathEqualTo("/api/daily_papers")).withQueryParam("date", equalTo(day));
    }

    void arxiv(ResponseDefinitionBuilder answer) {
        arxiv("cs.LG", answer);
    }

    void arxiv(String category, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/rss/" + category)).willReturn(answer));
    }

    static String feed(String date, String... items) {
        return "<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>cs.LG updates</title><pubDate>"
                + date + "</pubDate>" + String.join("", items) + "</channel></rss>";
    }

    static String item(String id, String title, String creator, String text) {
        return "<item><title>%s</title><guid>oai:arXiv.org:%sv1</guid><dc:creator>%s</dc:creator><description>%s</description></item>"
                .formatted(title, id, creator, "arXiv:" + id + "v1 Announce Type: new \nAbstract: " + text);
    }
}
