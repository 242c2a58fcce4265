package dev.paperround;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
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

import dev.paperround.testing.InPublic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Papers that arrive without anyone asking, from the tick of the job to the record of what came. */
@QuarkusTest
@TestProfile(InPublic.class)
class SourcePollingTest extends StubbedSources {
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
        server.verify(1, getRequestedFor(urlPathEqualTo("/rss/cs.LG")));
        server.verify(1, getRequestedFor(urlPathEqualTo("/rss/cs.CL")));
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
}
