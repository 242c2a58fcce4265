package dev.paperround.paper.source.huggingface;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.paperround.paper.RecordedSleeps;
import dev.paperround.paper.source.ParseResult;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hugging Face as a test wants it to answer. */
public abstract class StubbedList {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @RegisterExtension
    public final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    public final RecordedSleeps waits = new RecordedSleeps("2026-11-20T00:30:00Z");

    ParseResult read() {
        return source().papersOf(DAY, Duration.ofMinutes(6));
    }

    HuggingFaceSource source() {
        return source(Duration.ofSeconds(20));
    }

    HuggingFaceSource source(Duration patience) {
        URI base = URI.create(server.baseUrl() + "/hub/");
        return new HuggingFaceSource(base, Optional.empty(), waits.clock, waits.http(patience, Duration.ZERO));
    }

    void page(int page, String rows) {
        server.stubFor(list(page).willReturn(okJson(rows)));
    }

    static MappingBuilder list(int page) {
        return get(urlPathEqualTo("/hub/api/daily_papers")).withQueryParam("p", equalTo(String.valueOf(page)));
    }

    void inTurn(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(get(anyUrl())
                    .inScenario("turns")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "turn " + i)
                    .willSetStateTo("turn " + (i + 1))
                    .willReturn(answers[i]));
        }
    }

    static ResponseDefinitionBuilder ok(String rows) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(rows);
    }

    static ResponseDefinitionBuilder tooMany() {
        return status(429);
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    List<String> asked() {
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
