package dev.paperround.paper.source.huggingface;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.i18n.Message;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.ParseResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HuggingFaceSourceTest extends StubbedList {
    @Test
    void everyPageIsAskedUntilAShortOne() {
        page(0, rows(0, 100));
        page(1, rows(100, 100));
        page(2, rows(200, 40));

        ParseResult reading = read();

        assertThat(reading.refusal()).isEmpty();
        assertThat(reading.drafts()).hasSize(240);
        assertThat(reading.drafts().get(239).position()).isEqualTo(239);
        assertThat(asked())
                .containsExactly(
                        "/hub/api/daily_papers?date=2026-11-20&limit=100&p=0",
                        "/hub/api/daily_papers?date=2026-11-20&limit=100&p=1",
                        "/hub/api/daily_papers?date=2026-11-20&limit=100&p=2");
        assertThat(waits.taken).isEmpty();
    }

    @Test
    void aListOfFullPagesEndsWithAnEmptyOne() {
        page(0, rows(0, 100));
        page(1, "[]");

        assertThat(read().drafts()).hasSize(100);
        assertThat(asked()).hasSize(2);
    }

    @Test
    void aServerThatIgnoresThePageNumberIsNotAskedForEver() {
        server.stubFor(get(anyUrl()).willReturn(okJson(rows(0, 100))));

        assertThat(read().drafts()).hasSize(100);
        assertThat(asked()).hasSize(2);
    }

    @Test
    void theEmptyListOfAWeekendIsAResult() {
        server.stubFor(get(anyUrl()).willReturn(okJson("[]")));

        assertThat(read()).isEqualTo(ParseResult.of(List.of(), List.of()));
        assertThat(asked()).hasSize(1);
    }

    @Test
    void theLastFourDaysOfUtcAreWantedAndNoneThatHasNotBegun() {
        server.stubFor(get(anyUrl()).willReturn(okJson(rows(0, 1))));

        assertThat(source().days(DAY)).containsExactly(DAY, DAY.minusDays(1), DAY.minusDays(2), DAY.minusDays(3));
        assertThat(source().papersOf(DAY.plusDays(1), Duration.ZERO).refusal().map(Message::toString))
                .hasValueSatisfying(reason -> assertThat(reason).contains("UTC"));
        assertThat(asked()).isEmpty();
    }

    @Test
    void aRowKeepsItsOwnDayAndOneOfTheFutureIsRejected() {
        server.stubFor(get(anyUrl()).willReturn(okJson("""
                [{"paper": {"id": "2611.00001", "title": "Midnight", "submittedOnDailyAt": "2026-11-20T00:00:00.000Z"}},
                 {"paper": {"id": "2611.00002", "title": "Shifted", "submittedOnDailyAt": "2026-11-18T23:30:00-05:00"}},
                 {"paper": {"id": "2611.00003", "title": "Not Yet", "submittedOnDailyAt": "2026-11-21T00:00:00.000Z"}}]""")));

        ParseResult reading = read();

        assertThat(reading.drafts()).extracting(ParsedPaper::day).containsExactly(DAY, DAY.minusDays(1));
        assertThat(reading.rejections())
                .extracting(it -> it.position() + ": " + it.reason())
                .containsExactly("2: its list day 2026-11-21 is still to come");
    }

    @Test
    void hiddenAuthorsRelativeAddressesAndNullsDoNoHarm() {
        server.stubFor(get(anyUrl()).willReturn(okJson("""
                [{"paper": {"id": "2611.00001", "title": "Lanterns", "summary": null, "upvotes": null, "ai_keywords": null,
                    "publishedAt": null, "submittedOnDailyAt": null, "organization": null, "githubStars": null,
                    "authors": [{"name": "Ilse Vandromme", "hidden": false, "user": {"avatarUrl": "/avatars/1f0e.svg"}},
                                {"name": "Duplicate Entry", "hidden": true}, {"name": null}, null]},
                  "numComments": null, "thumbnail": "/thumbnails/2611.00001.png", "submittedBy": null, "organization": null},
                 {"paper": {"title": "Without an Id", "authors": null}}]""")));

        ParseResult reading = read();

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.drafts().get(0).facts().authors()).containsExactly("Ilse Vandromme");
        assertThat(reading.drafts().get(0).facts().thumbnail()).isNull();
        assertThat(reading.drafts().get(1).id()).isNull();
    }

    @Test
    void aRowThatChangedItsShapeIsToldByItsPlaceOverAllPages() {
        page(0, rows(0, 100));
        page(
                1,
                "[{\"paper\": {\"id\": \"2611.70001\", \"headline\": \"Renamed\"}}, "
                        + rows(300, 1).substring(1));

        ParseResult reading = read();

        assertThat(reading.drafts()).hasSize(101);
        assertThat(reading.rejections())
                .extracting(it -> it.position() + ": " + it.reason())
                .containsExactly("100: the title is missing or blank");
    }
}
