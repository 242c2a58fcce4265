package dev.paperround;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the last days brought, or why they brought nothing: 16 November 2026 is a Monday. */
@QuarkusTest
class DigestHistoryTest extends EmptyHouse {
    private int paper;

    @Test
    void eachDaySaysWhatBecameOfIt() {
        var email = "days@history.example";
        var token = subscribe("2026-11-18T05:00:00Z", Map.of("email", email, "frequency", "WEEKDAYS"));
        papers("2026-11-18", "Robots");
        house.digestsAt(email, "2026-11-18T08:00:05Z");
        papers("2026-11-19", "Rain");
        house.digestsAt(email, "2026-11-19T08:00:05Z");
        house.digestsAt(email, "2026-11-20T08:00:05Z");
        house.setClock("2026-11-23T07:00:00Z");

        var history = house.history(token);

        assertThat(history.keySet())
                .containsExactly("2026-11-23", "2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18");
        assertThat(history.get("2026-11-23"))
                .containsEntry("outcome", "PENDING")
                .containsEntry("reason", "Not yet due: the hour is 08:00 (UTC).");
        assertThat(history.get("2026-11-22"))
                .containsEntry("outcome", "NOT_SENT")
                .containsEntry("reason", "The weekend: digests come from Monday to Friday.");
        assertThat(history.get("2026-11-20"))
                .containsEntry(
                        "reason",
                        "The source had no papers for this day. "
                                + "Nothing new: every paper that matched was received before.");
        assertThat(history.get("2026-11-19"))
                .containsEntry("reason", "Nothing new: every paper that matched was received before.")
                .containsEntry("papers", 0)
                .containsEntry("link", null);
        assertThat(history.get("2026-11-18"))
                .containsEntry("outcome", "SENT")
                .containsEntry("reason", null)
                .containsEntry("papers", 1);
        var link = (String) history.get("2026-11-18").get("link");
        given().get(link.substring(link.indexOf("/digest/")))
                .then()
                .statusCode(200)
                .body(containsString("<mark>Robots</mark>"));
    }

    @Test
    void noMatchAPauseAndAnOutageAreTold() {
        var email = "why@history.example";
        var token = subscribe("2026-11-16T05:00:00Z", Map.of("email", email));
        papers("2026-11-16", "Rain");
        house.digestsAt(email, "2026-11-16T08:00:05Z");
        house.owner(token)
                .body(form(Map.of("pausedUntil", "2026-11-19")))
                .put("/api/subscription")
                .then()
                .statusCode(200)
                .body("history[0].reason", equalTo("No paper matched the filters."));
        house.digestsAt(email, "2026-11-17T08:00:05Z");
        house.setClock("2026-11-18T05:00:00Z");
        assertThat(house.history(token).get("2026-11-18")).containsEntry("reason", "Paused until 2026-11-19.");
        house.digestsAt(email, "2026-11-22T16:00:00Z");

        var history = house.history(token);

        assertThat(history.get("2026-11-17")).containsEntry("reason", "The subscription was paused.");
        assertThat(history.get("2026-11-20")).hasEntrySatisfying("reason", it -> assertThat((String) it)
                .startsWith("Nothing was planned: the service was down"));
        assertThat(history.get("2026-11-22"))
                .hasEntrySatisfying("reason", it -> assertThat((String) it).startsWith("Nothing was planned"));
    }

    @Test
    void aDayTooLateIsTold() {
        var email = "late@history.example";
        var token = subscribe("2026-11-16T05:00:00Z", Map.of("email", email));
        house.digestsAt(email, "2026-11-16T16:00:00Z");

        assertThat(house.history(token).get("2026-11-16"))
                .hasEntrySatisfying("reason", it -> assertThat((String) it).startsWith("Too late"));
    }

    @Test
    void theDaysAreTheSubscribersAndNoneIsOlderThanTwoWeeks() {
        var token = subscribe(
                "2026-10-01T05:00:00Z",
                Map.of("email", "zone@history.example", "timeZone", "Pacific/Kiritimati", "sendAt", "23:00"));
        house.setClock("2026-11-18T11:00:00Z");

        assertThat(house.history(token)).hasSize(14).containsKeys("2026-11-19", "2026-11-06");
    }

    @Test
    void aSendByHandAndANoteAreTold() {
        var email = "hand@history.example";
        var token = subscribe("2026-11-16T09:00:00Z", Map.of("email", email));
        assertThat(house.history(token).get("2026-11-16"))
                .containsEntry("reason", "Subscribed after the hour of this day.");
        papers("2026-11-13", "Robots");
        house.send(Map.of("day", "2026-11-13", "audience", Map.of("all", true)));
        house.owner(token).body(form(Map.of("noteWhenEmpty", true))).put("/api/subscription");
        house.digestsAt(email, "2026-11-17T08:00:05Z");

        var history = house.history(token);

        assertThat(history.get("2026-11-16")).containsEntry("outcome", "SENT").containsEntry("papers", 1);
        assertThat(history.get("2026-11-17"))
                .containsEntry("outcome", "SENT")
                .containsEntry("papers", 0)
                .containsEntry("link", null)
                .hasEntrySatisfying("reason", it -> assertThat((String) it).startsWith("A note only."));
    }

    @Test
    void aWeeklyDigestSaysItsDay() {
        var token = subscribe(
                "2026-11-16T09:00:00Z",
                Map.of("email", "week@history.example", "frequency", "WEEKLY", "weekday", "THURSDAY"));

        assertThat(house.history(token).get("2026-11-16"))
                .containsEntry("reason", "Not the day: the digest comes on Thursdays.");
    }

    @Test
    void anOperatorSeesTheSameByAddress() {
        var email = "operator@history.example";
        var token = subscribe("2026-11-16T05:00:00Z", Map.of("email", email));
        papers("2026-11-16", "Robots");
        house.digestsAt(email, "2026-11-16T08:00:05Z");

        List<Map<String, Object>> seen = house.admin()
                .get("/api/admin/subscribers/Operator@History.example/history")
                .then()
                .statusCode(200)
                .extract()
                .path("");

        assertThat(seen).isEqualTo(List.copyOf(house.history(token).values()));
        house.admin()
                .get("/api/admin/subscribers/nobody@history.example/history")
                .then()
                .statusCode(404);
        given().get("/api/admin/subscribers/" + email + "/history").then().statusCode(401);
        house.unsubscribe(email);
        house.setClock("2026-11-17T12:00:00Z");
        house.admin().get("/api/admin/subscribers/" + email + "/history").then().body("[1].outcome", equalTo("SENT"));
    }

    @Test
    void thePreferencesPageShowsTheSame() {
        var email = "page@history.example";
        var token = subscribe("2026-11-15T05:00:00Z", Map.of("email", email, "frequency", "WEEKDAYS"));
        papers("2026-11-16", "Robots");
        house.digestsAt(email, "2026-11-16T08:00:05Z");

        given().get("/preferences/" + token)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Recent days"),
                        containsString("Mon 16 Nov"),
                        containsString(">1 paper</a>"),
                        containsString("The weekend: digests come from Monday to Friday.")));
    }

    private String subscribe(String at, Map<String, Object> settings) {
        house.setClock(at);
        return house.subscribe(form(settings));
    }

    private static Map<String, Object> form(Map<String, Object> settings) {
        var form = new HashMap<String, Object>(
                Map.of("filters", List.of(Map.of("query", "robots")), "frequency", "DAILY"));
        form.putAll(settings);
        return form;
    }

    private void papers(String day, String title) {
        paper++;
        house.ingestRows(day, rows(row("2611.9700" + paper, title + " No. " + paper, "a", 1)));
    }
}
