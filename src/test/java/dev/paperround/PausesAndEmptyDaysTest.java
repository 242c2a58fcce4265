package dev.paperround;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pauses, and notes on days without a paper. */
@QuarkusTest
class PausesAndEmptyDaysTest extends EmptyHouse {
    private int paper;

    @BeforeEach
    void empty() {
        house.setClock("2026-11-16T05:00:00Z");
    }

    @Test
    void aPauseHoldsUntilItsDateAndThenBringsWhatTheWindowHolds() {
        var token = subscribe("pause@quiet.example");
        put(token, Map.of("pausedUntil", "2026-11-19", "maxPapers", 2)).statusCode(200);
        papers("2026-11-16", 1);
        papers("2026-11-17", 3);

        assertThat(house.digestsAt("pause@quiet.example", "2026-11-17T08:00:05Z"))
                .isZero();
        assertThat(house.digestsAt("pause@quiet.example", "2026-11-18T08:00:05Z"))
                .isZero();
        assertThat(house.deliveries("pause@quiet.example")).hasSize(3).allSatisfy(it -> assertThat(it)
                .containsEntry("reason", "The subscription was paused."));
        house.owner(token)
                .get("/api/subscription")
                .then()
                .body("pausedUntil", equalTo("2026-11-19"))
                .body("nextDigestAt", equalTo("2026-11-19T08:00:00Z"));

        assertThat(house.digestsAt("pause@quiet.example", "2026-11-19T08:00:05Z"))
                .isOne();
        assertThat((String) house.newestMail("pause@quiet.example").get("text")).contains("Here are the best 2.");
        house.owner(token).get("/api/subscription").then().body("pausedUntil", nullValue());
    }

    @Test
    void aPauseTakenBackIsOver() {
        var token = subscribe("back@quiet.example");
        put(token, Map.of("pausedUntil", "2027-01-01")).body("pausedUntil", equalTo("2027-01-01"));
        put(token, Map.of()).body("pausedUntil", nullValue());
        papers("2026-11-16", 1);

        assertThat(house.digestsAt("back@quiet.example", "2026-11-16T08:00:05Z"))
                .isOne();
    }

    @Test
    void aPauseEndsWithinAYear() {
        var token = subscribe("year@quiet.example");

        put(token, Map.of("pausedUntil", "2027-11-16")).statusCode(200).body("pausedUntil", equalTo("2027-11-16"));
        put(token, Map.of("pausedUntil", "2027-11-17"))
                .statusCode(400)
                .body("errors[0].field", equalTo("pausedUntil"))
                .body("errors[0].message", containsString("by 2027-11-16"));
        put(token, Map.of("pausedUntil", "tomorrow")).statusCode(400).body("errors[0].field", equalTo("pausedUntil"));
        put(token, Map.of("pausedUntil", "2026-11-16")).statusCode(200).body("pausedUntil", nullValue());
    }

    @Test
    void aSendByHandDoesNotMindAPause() {
        put(subscribe("hand@quiet.example"), Map.of("pausedUntil", "2026-12-01"));
        papers("2026-11-16", 1);

        assertThat(house.send(Map.of("day", "2026-11-16", "audience", Map.of("all", true))))
                .containsEntry("sent", 1);
    }

    @Test
    void whoAskedForANoteGetsOneWhenNothingMatchedOrNothingIsNew() {
        var token = subscribe("note@quiet.example");
        put(token, Map.of("noteWhenEmpty", true)).body("noteWhenEmpty", equalTo(true));
        house.ingestRows("2026-11-16", rows(row("2611.95000", "Rain", "Roofs.", 1)));

        house.digestsAt("note@quiet.example", "2026-11-16T08:00:05Z");

        var note = house.newestMail("note@quiet.example");
        assertThat(note).containsEntry("subject", "Nothing for Mon 16 Nov");
        assertThat((String) note.get("text"))
                .contains("does not match your filters.", "/preferences/", "/unsubscribe/");
        assertThat((String) note.get("html")).contains("Nothing today", "/unsubscribe/");
        assertThat(House.header(note, "List-Unsubscribe")).contains("/unsubscribe/");
        assertThat(House.header(note, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(house.deliveries("note@quiet.example").get(0))
                .containsEntry("state", "sent")
                .containsEntry("papers", List.of())
                .containsEntry("reason", "No paper matched the filters.");

        papers("2026-11-17", 1);
        house.digestsAt("note@quiet.example", "2026-11-17T08:00:05Z");
        house.digestsAt("note@quiet.example", "2026-11-18T08:00:05Z");
        assertThat((String) house.newestMail("note@quiet.example").get("text"))
                .contains("Every paper that matches your filters has come to you before.");
    }

    @Test
    void withoutAskingThereIsNoNoteAndASendByHandNeverBringsOne() {
        subscribe("none@quiet.example");
        var asked = subscribe("asked@quiet.example");
        put(asked, Map.of("noteWhenEmpty", true));
        house.ingestRows("2026-11-16", rows(row("2611.95000", "Rain", "Roofs.", 1)));

        house.send(Map.of("day", "2026-11-16", "audience", Map.of("all", true)));
        assertThat(house.mails("asked@quiet.example")).hasSize(1);
        house.digestsAt("none@quiet.example", "2026-11-16T08:00:05Z");

        assertThat(house.mails("none@quiet.example")).hasSize(1);
        assertThat(house.mails("asked@quiet.example")).hasSize(2);
    }

    private String subscribe(String email) {
        return house.subscribe(form(Map.of("email", email)));
    }

    private ValidatableResponse put(String token, Map<String, Object> settings) {
        return house.owner(token).body(form(settings)).put("/api/subscription").then();
    }

    private static Map<String, Object> form(Map<String, Object> settings) {
        var form = new HashMap<String, Object>(
                Map.of("filters", List.of(Map.of("query", "robots")), "frequency", "DAILY"));
        form.putAll(settings);
        return form;
    }

    private void papers(String day, int count) {
        for (var i = 0; i < count; i++) {
            paper++;
            house.ingestRows(day, rows(row("2611.951%02d".formatted(paper), "Robots No. " + paper, "a", 1)));
        }
    }
}
