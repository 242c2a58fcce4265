package dev.paperround.paper.source.huggingface;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.paperround.i18n.Message;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.ThrottledHttpClient;
import dev.paperround.testing.PlainWords;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What such services do when they are busy or broken. */
class HuggingFaceFaultsTest extends StubbedList {
    @Test
    void theProgramSaysWhoItIsAndWhereItLives() {
        server.stubFor(get(anyUrl()).willReturn(okJson("[]")));
        read();

        assertThat(server.getAllServeEvents().get(0).getRequest().getHeader("User-Agent"))
                .isEqualTo("PaperRound (Paper Round; +https://papers.example.org)");
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

        assertThat(source.papersOf(DAY, Duration.ofMinutes(6)).refusal().map(Message::toString))
                .hasValueSatisfying(reason -> assertThat(reason).contains("answered 429"));
        assertThat(source.papersOf(DAY, Duration.ofMinutes(6)).refusal().map(Message::toString))
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

        ParseResult reading = read();

        assertThat(reading.drafts()).hasSize(100);
        assertThat(reading.refusal().map(Message::toString))
                .hasValueSatisfying(reason -> assertThat(reason).contains("p=1 answered 503 (request Root=1-aa)"));
        assertThat(asked()).hasSize(5);
    }

    @Test
    void aRefusedDateIsNotAskedForAgain() {
        server.stubFor(get(anyUrl()).willReturn(status(400).withHeader("X-Error-Message", "Invalid date")));

        assertThat(read().refusal().map(Message::toString))
                .hasValueSatisfying(reason -> assertThat(reason).endsWith("answered 400: Invalid date"));
        assertThat(asked()).hasSize(1);
    }

    @Test
    void anAnswerCutShortIsAFailure() {
        server.stubFor(get(anyUrl()).willReturn(okJson("[{\"title\": \"One\"}, {\"ti")));

        assertThat(read().refusal().map(Message::toString))
                .hasValueSatisfying(reason -> assertThat(reason).contains("not valid JSON"));
    }

    @Test
    void aConnectionThatBreaksIsAFailure() {
        for (var fault : Fault.values()) {
            server.stubFor(get(anyUrl()).willReturn(aResponse().withFault(fault)));

            assertThat(read().refusal().map(Message::toString)).hasValueSatisfying(PlainWords::assertPlain);
        }
    }

    @Test
    void aListNestedLikeAPuzzleIsAFailureToldInPlainWords() {
        server.stubFor(get(anyUrl()).willReturn(okJson("[".repeat(3_000))));

        assertThat(read().refusal().map(Message::toString)).hasValueSatisfying(reason -> {
            assertThat(reason).endsWith(": it is nested too deeply");
            PlainWords.assertPlain(reason);
        });
    }

    @Test
    void aPageForPeopleInPlaceOfTheListIsAFailure() {
        server.stubFor(get(anyUrl())
                .willReturn(
                        aResponse().withHeader("Content-Type", "text/html").withBody("<!DOCTYPE html><p>Soon</p>")));

        assertThat(read().refusal().map(Message::toString))
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
        assertThat(read().refusal().map(Message::toString))
                .hasValueSatisfying(reason -> assertThat(reason).contains("longer than"));
    }

    @Test
    void anAnswerThatTricklesIsAFailure() {
        server.stubFor(get(anyUrl()).willReturn(ok(rows(0, 3)).withChunkedDribbleDelay(10, 5_000)));

        assertThat(source(Duration.ofMillis(300))
                        .papersOf(DAY, Duration.ZERO)
                        .refusal()
                        .map(Message::toString))
                .hasValueSatisfying(reason -> assertThat(reason).contains("no answer within 0.3 seconds"));
    }

    @Test
    void anUnreachableSourceIsAFailure() {
        ThrottledHttpClient http = waits.http(Duration.ofSeconds(5), Duration.ZERO);
        var source = new HuggingFaceSource(URI.create("http://127.0.0.1:1"), Optional.empty(), waits.clock, http);

        assertThat(source.papersOf(DAY, Duration.ZERO).refusal()).isPresent();
    }
}
