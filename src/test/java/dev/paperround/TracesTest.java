package dev.paperround;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.paperround.testing.InPublic;
import dev.paperround.testing.ReceivedSpan;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collector of traces is told, and what it is not. */
@QuarkusTest
@TestProfile(InPublic.class)
class TracesTest extends StubbedSources {
    private static final String ADA = "ada@traces.example";
    private static final String BOB = "bob@traces.example";

    @Inject
    Traces traces;

    private Instant begun;

    @BeforeEach
    void begin() {
        begun = Instant.now();
    }

    @Test
    void aPollIsTracedWithEachDayItBrought() {
        jobs.collectPapers();

        var ingests = told("ingest", 4, Map.of("paperround.source", "huggingface"));
        var poll = told("poll", 1, Map.of("paperround.source", "huggingface")).get(0);
        assertThat(poll.parent()).isEmpty();
        assertThat(told("fetch", 4, Map.of("paperround.source", "huggingface"))).allMatch(it -> isChild(it, poll));
        assertThat(ingests).allMatch(it -> isChild(it, poll));
        assertThat(ingests.stream().map(ReceivedSpan::attributes))
                .contains(Map.of(
                        "paperround.source", "huggingface",
                        "paperround.day", THURSDAY,
                        "paperround.papers.received", 1L,
                        "paperround.papers.added", 1L,
                        "paperround.papers.updated", 0L,
                        "paperround.papers.unchanged", 0L,
                        "paperround.papers.rejected", 0L));
    }

    @Test
    void aSendIsTracedThroughItsPlanningAndItsDelivery() {
        house.ingestRows(THURSDAY, rows(row("2611.40002", "Slow Boats", "Quiet rivers.", 2)));
        house.importActive(ADA, "boats");
        house.importActive(BOB, "trains");
        var send = (Number)
                Long.valueOf(String.valueOf(house.send(Map.of("day", THURSDAY, "audience", Map.of("all", true)))
                        .get("id")));
        traces.tell();

        var page = told("plan page", 1, Map.of("paperround.send", send)).get(0);
        assertThat(page.attributes())
                .containsEntry("paperround.day", THURSDAY)
                .containsEntry("paperround.subscribers", 2L)
                .containsEntry("paperround.mails", 1L);
        assertThat(told("plan", 1, Map.of())).anyMatch(it -> isChild(page, it));
        var batch = told("deliver batch", 1, Map.of("paperround.send", send)).get(0);
        assertThat(batch.attributes()).containsEntry("paperround.mails", 1L).containsEntry("paperround.mails.sent", 1L);
        assertThat(told("deliver", 1, Map.of())).anyMatch(it -> isChild(batch, it));
    }

    @Test
    void whatIsDueIsTracedAsWell() {
        house.ingestRows(THURSDAY, rows(row("2611.40002", "Slow Boats", "Quiet rivers.", 2)));
        house.importActive(ADA, "boats");
        house.setClock("2026-11-23T08:00:30Z");
        house.planDue();
        var send = house.count("select id from send where kind = 'SCHEDULED'");
        traces.tell();

        var page = told("plan page", 1, Map.of("paperround.send", send)).get(0);
        assertThat(page.attributes()).containsEntry("paperround.subscribers", 1L);
        assertThat(told("plan", 1, Map.of())).anyMatch(it -> isChild(page, it));
    }

    @Test
    void noTokenAndNoAddressIsToldToTheCollector() {
        house.ingestRows(THURSDAY, rows(row("2611.40002", "Slow Boats", "Quiet rivers.", 2)));
        var manage = house.subscribe(ADA, "boats");
        house.startSend(Map.of("day", THURSDAY, "audience", Map.of("emails", List.of(ADA, "no address"))));
        var send = house.send(Map.of("day", THURSDAY, "audience", Map.of("all", true), "force", true));
        var mail = String.valueOf(house.newestMail(ADA));
        var links = Pattern.compile("/(?:confirm|preferences|unsubscribe|digest)/[A-Za-z0-9._-]+")
                .matcher(mail)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(links).hasSizeGreaterThan(1);
        links.forEach(link -> given().get(link).then().statusCode(200));
        given().get("/preferences/" + manage).then().statusCode(200);
        house.owner(manage).get("/api/subscription").then().statusCode(200);
        given().post("/unsubscribe/" + manage).then().statusCode(404);
        house.admin().delete("/api/admin/subscribers/" + ADA).then().statusCode(204);
        traces.tell();
        told("deliver batch", 1, Map.of("paperround.send", Long.valueOf(String.valueOf(send.get("id")))));
        // All that was traced before this one has been told with it.
        house.ingestRows("2026-11-16", rows(row("2611.40005", "Bells", "Of bronze.", 2)));
        traces.tell();
        told("ingest", 1, Map.of("paperround.day", "2026-11-16"));

        for (var request : requests()) {
            assertThat(request.getHeaders() + new String(request.getBody(), ISO_8859_1))
                    .doesNotContain(links)
                    .doesNotContain(ADA, "traces.example", manage, token, "/preferences", "/unsubscribe", "no address");
            assertThat(ReceivedSpan.in(request.getBody()).stream()
                            .flatMap(it -> it.attributes().values().stream())
                            .map(String::valueOf))
                    .noneMatch(it -> it.contains("@") || it.contains("v1."));
        }
    }

    private static boolean isChild(ReceivedSpan span, ReceivedSpan parent) {
        return span.parent().equals(parent.id()) && span.trace().equals(parent.trace());
    }

    private List<LoggedRequest> requests() {
        return server.findAll(postRequestedFor(urlEqualTo("/v1/traces")));
    }

    /** A collector is told every few seconds, if nobody says when. */
    private List<ReceivedSpan> told(String name, int number, Map<String, Object> attributes) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> requests().stream()
                                .flatMap(it -> ReceivedSpan.in(it.getBody()).stream())
                                // Of what the tests before did the collector may hear only now.
                                .filter(it -> it.name().equals(name)
                                        && it.start().isAfter(begun)
                                        && it.attributes().entrySet().containsAll(attributes.entrySet()))
                                .toList(),
                        spans -> spans.size() >= number);
    }
}
