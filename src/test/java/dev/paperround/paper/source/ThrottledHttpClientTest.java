package dev.paperround.paper.source;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.paperround.paper.RecordedSleeps;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** arXiv's terms: one request in three seconds, the repeated ones among them. */
class ThrottledHttpClientTest {
    private static final Duration GAP = Duration.ofSeconds(3);

    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final RecordedSleeps waits = new RecordedSleeps("2026-11-20T00:30:00Z");
    private final ThrottledHttpClient http = waits.http(Duration.ofSeconds(20), GAP);

    private int ask() throws Exception {
        return http.errand(Duration.ofMinutes(1))
                .get(URI.create(server.baseUrl() + "/rss/cs.LG"), "*/*")
                .statusCode();
    }

    @Test
    void theGapIsKeptBetweenTwoErrandsAndNotWaitedTwice() throws Exception {
        server.stubFor(get(anyUrl()).willReturn(ok()));

        assertThat(ask()).isEqualTo(200);
        waits.advance(Duration.ofSeconds(1));
        ask();
        waits.advance(Duration.ofSeconds(5));
        ask();

        assertThat(waits.taken).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void aFailureIsNotRepeatedBeforeTheGapIsOver() throws Exception {
        server.stubFor(get(anyUrl()).willReturn(serverError()));

        assertThat(ask()).isEqualTo(500);

        assertThat(waits.taken).isNotEmpty().allSatisfy(wait -> assertThat(wait).isGreaterThanOrEqualTo(GAP));
    }
}
