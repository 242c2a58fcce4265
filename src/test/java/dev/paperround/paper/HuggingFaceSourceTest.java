package dev.paperround.paper;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HuggingFaceSourceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final Waits waits = new Waits("2026-11-20T00:30:00Z");

    @Test
    void everyPageIsAskedUntilAShortOne() {
        page(0, rows(0, 100));
        page(1, rows(100, 100));
        page(2, rows(200, 40));

        Reading reading = read();

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
    void theProgramSaysWhoItIsAndWhereItLives() {
        server.stubFor(get(anyUrl()).willReturn(okJson("[]")));
        read();

        assertThat(server.getAllServeEvents().get(0).getRequest().getHeader("User-Agent"))
                .isEqualTo("PaperRound (Paper Round; +https://papers.example.org)");
    }

    @Test
    void theEmptyListOfAWeekendIsAResult() {
        server.stubFor(get(anyUrl()).willReturn(okJson("[]")));

        assertThat(read()).isEqualTo(Reading.of(List.of(), List.of()));
        assertThat(asked()).hasSize(1);
    }

    @Test
    void theLastFourDaysOfUtcAreWantedAndNoneThatHasNotBegun() {
        server.stubFor(get(anyUrl()).willReturn(okJson(rows(0, 1))));

        assertThat(source().days(DAY)).containsExactly(DAY, DAY.minusDays(1), DAY.minusDays(2), DAY.minusDays(3));
        assertThat(source().papersOf(DAY.plusDays(1), Duration.ZERO).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("UTC"));
        assertThat(asked()).isEmpty();
    }

    @Test
    void aRowKeepsItsOwnDayAndOneOfTheFutureIsRejected() {
        server.stubFor(get(anyUrl()).willReturn(okJson("""
                [{"paper": {"id": "2611.00001", "title": "Midnight", "submittedOnDailyAt": "2026-11-20T00:00:00.000Z"}},
                 {"paper": {"id": "2611.00002", "title": "Shifted", "submittedOnDailyAt": "2026-11-18T23:30:00-05:00"}},
                 {"paper": {"id": "2611.00003", "title": "Not Yet", "submittedOnDailyAt": "2026-11-21T00:00:00.000Z"}}]""")));

        Reading reading = read();

        assertThat(reading.drafts()).extracting(PaperDraft::day).containsExactly(DAY, DAY.minusDays(1));
        assertThat(reading.rejections()).containsExactly(new Rejection(2, "its list day 2026-11-21 is still to come"));
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

        Reading reading = read();

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

        Reading reading = read();

        assertThat(reading.drafts()).hasSize(101);
        assertThat(reading.rejections()).containsExactly(new Rejection(100, "the title is missing or blank"));
    }

    @Test
    void retryAfterInSecondsIsWaitedFor() {
        inTurn(tooMany().withHeader("Retry-After", "7"), ok(rows(0, 3)));

        assertThat(read().drafts()).hasSize(3);
        assertThat(waits.taken).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void retryAfterAsADateIsWaitedFor() {
        inTurn(tooMany().withHeader("Retry-After", "Fri, 20 Nov 2026 00:31:30 GMT"), ok(rows(0, 3)));

        assertThat(read().drafts()).hasSize(3);
        assertThat(waits.taken).containsExactly(Duration.ofSeconds(90));
    }

    @Test
    void theResetOfTheRateLimitIsWaitedFor() {
        inTurn(tooMany().withHeader("RateLimit", "\"api\";r=0;t=42"), ok(rows(0, 3)));

        assertThat(read().drafts()).hasSize(3);
        assertThat(waits.taken).containsExactly(Duration.ofSeconds(43));
    }

    @Test
    void theLastCallOfAWindowIsFollowedByAWaitAndNoOtherIs() {
        inTurn(
                ok(rows(0, 100)).withHeader("RateLimit", "\"api\";r=1;t=200"),
                ok(rows(100, 100)).withHeader("RateLimit", "\"api\";r=0;t=199"),
                ok(rows(200, 1)).withHeader("RateLimit", "\"api\";r=499;t=300"));

        assertThat(read().drafts()).hasSize(201);
        assertThat(waits.taken).containsExactly(Duration.ofSeconds(200));
    }

    @Test
    void whoWantsToBeLeftAloneForTooLongIsLeftAloneUntilThen() {
        inTurn(tooMany().withHeader("Retry-After", "3600"), ok(rows(0, 3)));
        HuggingFaceSource source = source();

        assertThat(source.papersOf(DAY, Duration.ofMinutes(6)).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("answered 429"));
        assertThat(source.papersOf(DAY, Duration.ofMinutes(6)).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("not to be asked before 2026-11-20T01:30"));
        assertThat(asked()).hasSize(1);

        waits.advance(Duration.ofHours(1));
        assertThat(source.papersOf(DAY, Duration.ofMinutes(6)).drafts()).hasSize(3);
        assertThat(waits.taken).isEmpty();
    }

    @Test
    void errorsOfTheServerAreMetWithGrowingWaits() {
        inTurn(status(500), status(502), ok(rows(0, 3)));

        assertThat(read().drafts()).hasSize(3);
        assertThat(waits.taken).hasSize(2);
        assertThat(waits.taken.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
        assertThat(waits.taken.get(1)).isBetween(Duration.ofMillis(1000), Duration.ofMillis(3000));
    }

    @Test
    void aServerThatGoesOnFailingIsGivenUpAndWhatCameBeforeIsKept() {
        page(0, rows(0, 100));
        server.stubFor(list(1).willReturn(
                        status(503).withHeader("X-Request-Id", "Root=1-aa").withBody("{\"error\": \"busy\"}")));

        Reading reading = read();

        assertThat(reading.drafts()).hasSize(100);
        assertThat(reading.refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("p=1 answered 503 (request Root=1-aa)"));
        assertThat(asked()).hasSize(5);
    }

    @Test
    void aRefusedDateIsNotAskedForAgain() {
        server.stubFor(get(anyUrl()).willReturn(status(400).withHeader("X-Error-Message", "Invalid date")));

        assertThat(read().refusal())
                .hasValueSatisfying(reason -> assertThat(reason).endsWith("answered 400: Invalid date"));
        assertThat(asked()).hasSize(1);
    }

    @Test
    void anAnswerCutShortIsAFailure() {
        server.stubFor(get(anyUrl()).willReturn(okJson("[{\"title\": \"One\"}, {\"ti")));

        assertThat(read().refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("not valid JSON"));
    }

    @Test
    void aConnectionThatBreaksIsAFailure() {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        assertThat(read().refusal()).isPresent();
    }

    @Test
    void aPageForPeopleInPlaceOfTheListIsAFailure() {
        server.stubFor(get(anyUrl())
                .willReturn(
                        aResponse().withHeader("Content-Type", "text/html").withBody("<!DOCTYPE html><p>Soon</p>")));

        assertThat(read().refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("not valid JSON"));
    }

    @Test
    void tenMegabytesAreReadAndMoreThanTwentyAreNot() {
        String abstractText = "x".repeat(100_000);
        page(
                0,
                IntStream.range(0, 99)
                        .mapToObj(
                                i -> "{\"paper\": {\"id\": \"2611.%05d\", \"title\": \"Tide %d\", \"summary\": \"%s\"}}"
                                        .formatted(i, i, abstractText))
                        .collect(Collectors.joining(",", "[", "]")));
        assertThat(read().drafts()).hasSize(99);

        page(0, "[" + " ".repeat(21 * 1024 * 1024) + "]");
        assertThat(read().refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("longer than"));
    }

    @Test
    void anAnswerThatTricklesIsAFailure() {
        server.stubFor(get(anyUrl()).willReturn(ok(rows(0, 3)).withChunkedDribbleDelay(10, 5_000)));

        assertThat(source(Duration.ofMillis(300)).papersOf(DAY, Duration.ZERO).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("no answer within 0.3 seconds"));
    }

    @Test
    void anUnreachableSourceIsAFailure() {
        PoliteHttp http = waits.http(Duration.ofSeconds(5), Duration.ZERO);
        var source = new HuggingFaceSource(URI.create("http://127.0.0.1:1"), Optional.empty(), waits.clock, http);

        assertThat(source.papersOf(DAY, Duration.ZERO).refusal()).isPresent();
    }

    private Reading read() {
        return source().papersOf(DAY, Duration.ofMinutes(6));
    }

    private HuggingFaceSource source() {
        return source(Duration.ofSeconds(20));
    }

    private HuggingFaceSource source(Duration patience) {
        URI base = URI.create(server.baseUrl() + "/hub/");
        return new HuggingFaceSource(base, Optional.empty(), waits.clock, waits.http(patience, Duration.ZERO));
    }

    private void page(int page, String rows) {
        server.stubFor(list(page).willReturn(okJson(rows)));
    }

    private static MappingBuilder list(int page) {
        return get(urlPathEqualTo("/hub/api/daily_papers")).withQueryParam("p", equalTo(String.valueOf(page)));
    }

    private void inTurn(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(get(anyUrl())
                    .inScenario("turns")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "turn " + i)
                    .willSetStateTo("turn " + (i + 1))
                    .willReturn(answers[i]));
        }
    }

    private static ResponseDefinitionBuilder ok(String rows) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(rows);
    }

    private static ResponseDefinitionBuilder tooMany() {
        return status(429);
    }

    private static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    private List<String> asked() {
        List<String> urls = new ArrayList<>(server.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .map(LoggedRequest::getUrl)
                .toList());
        Collections.reverse(urls);
        return urls;
    }

    static String rows(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "{\"paper\": {\"id\": \"2611.%05d\", \"title\": \"Tide %d\"}}".formatted(i, i))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
