package dev.paperround;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each subscriber's own hour, told by a clock that the tests set. */
@QuarkusTest
class ScheduledDigestsTest extends EmptyHouse {
    private int paper;

    @Test
    void aDigestComesAtItsHourInItsZoneOnceADay() {
        subscribe("hour@due.example", "2026-11-18T05:00:00Z", Map.of("timeZone", "Europe/Paris", "sendAt", "07:30"));
        papers("2026-11-18");

        assertThat(digestsAt("hour@due.example", "2026-11-18T06:29:00Z")).isZero();
        assertThat(digestsAt("hour@due.example", "2026-11-18T06:30:05Z")).isOne();
        papers("2026-11-18");
        assertThat(digestsAt("hour@due.example", "2026-11-18T12:00:00Z")).isOne();
        assertThat(digestsAt("hour@due.example", "2026-11-19T06:30:05Z")).isEqualTo(2);
    }

    @Test
    void whatWasReceivedDoesNotComeAgain() {
        subscribe("new@due.example", "2026-11-18T05:00:00Z", Map.of());
        papers("2026-11-18");
        digestsAt("new@due.example", "2026-11-18T08:01:00Z");

        assertThat(digestsAt("new@due.example", "2026-11-19T08:01:00Z")).isOne();
        assertThat(house.deliveries("new@due.example").get(0))
                .containsEntry("state", "skipped")
                .containsEntry("reason", "Nothing new: every paper that matched was received before.");
    }

    @Test
    void weekdaysLeaveTheWeekendOut() {
        subscribe("work@due.example", "2026-11-20T09:00:00Z", Map.of("frequency", "WEEKDAYS"));
        papers("2026-11-20");

        assertThat(digestsAt("work@due.example", "2026-11-21T08:01:00Z")).isZero();
        assertThat(digestsAt("work@due.example", "2026-11-22T08:01:00Z")).isZero();
        assertThat(digestsAt("work@due.example", "2026-11-23T08:01:00Z")).isOne();
    }

    @Test
    void aWeeklyDigestComesOnItsWeekday() {
        subscribe("week@due.example", "2026-11-20T09:00:00Z", Map.of("frequency", "WEEKLY", "weekday", "TUESDAY"));
        papers("2026-11-20");

        assertThat(digestsAt("week@due.example", "2026-11-23T08:01:00Z")).isZero();
        assertThat(digestsAt("week@due.example", "2026-11-24T08:01:00Z")).isOne();
        papers("2026-11-25");
        assertThat(digestsAt("week@due.example", "2026-11-30T23:59:00Z")).isOne();
        assertThat(digestsAt("week@due.example", "2026-12-01T08:01:00Z")).isEqualTo(2);
    }

    @Test
    void fiveHoursLateIsSentAndSevenIsNot() {
        subscribe("late@due.example", "2026-11-17T05:00:00Z", Map.of());
        papers("2026-11-17");

        assertThat(digestsAt("late@due.example", "2026-11-17T13:00:00Z")).isOne();
        papers("2026-11-18");
        assertThat(digestsAt("late@due.example", "2026-11-18T15:00:00Z")).isOne();
        assertThat(house.deliveries("late@due.example").get(0))
                .containsEntry("state", "skipped")
                .hasEntrySatisfying("reason", it -> assertThat((String) it).startsWith("Too late"));
        assertThat(digestsAt("late@due.example", "2026-11-19T08:01:00Z")).isEqualTo(2);
    }

    @Test
    void afterDaysOfOutageTodaysDigestStillComes() {
        subscribe("outage@due.example", "2026-11-16T05:00:00Z", Map.of());
        papers("2026-11-18");

        house.setClock("2026-11-18T09:00:00Z");
        house.planDue();

        assertThat(digestsAt("outage@due.example", "2026-11-18T09:00:05Z")).isOne();
        assertThat(digestsAt("outage@due.example", "2026-11-18T09:01:00Z")).isOne();
    }

    @Test
    void theSpringNightWithoutThatHourHasOneDigest() {
        subscribe("spring@due.example", "2026-03-28T12:00:00Z", Map.of("timeZone", "Europe/Paris", "sendAt", "02:30"));
        papers("2026-03-27");

        assertThat(digestsAt("spring@due.example", "2026-03-29T00:59:00Z")).isZero();
        assertThat(digestsAt("spring@due.example", "2026-03-29T01:31:00Z")).isOne();
        papers("2026-03-28");
        assertThat(digestsAt("spring@due.example", "2026-03-29T20:00:00Z")).isOne();
        assertThat(digestsAt("spring@due.example", "2026-03-30T00:31:00Z")).isEqualTo(2);
    }

    @Test
    void theAutumnNightWithThatHourTwiceHasOneDigest() {
        subscribe("autumn@due.example", "2026-10-24T12:00:00Z", Map.of("timeZone", "Europe/Paris", "sendAt", "02:30"));
        papers("2026-10-23");

        assertThat(digestsAt("autumn@due.example", "2026-10-25T00:31:00Z")).isOne();
        papers("2026-10-24");
        assertThat(digestsAt("autumn@due.example", "2026-10-25T01:31:00Z")).isOne();
        assertThat(digestsAt("autumn@due.example", "2026-10-25T23:00:00Z")).isOne();
        assertThat(digestsAt("autumn@due.example", "2026-10-26T01:31:00Z")).isEqualTo(2);
    }

    @Test
    void theSpringDayWithoutAnHourElsewhereIsNoOther() {
        subscribe(
                "york@due.example", "2026-03-07T12:00:00Z", Map.of("timeZone", "America/New_York", "sendAt", "02:30"));
        papers("2026-03-07");

        assertThat(digestsAt("york@due.example", "2026-03-08T07:29:00Z")).isZero();
        assertThat(digestsAt("york@due.example", "2026-03-08T07:31:00Z")).isOne();
        papers("2026-03-08");
        assertThat(digestsAt("york@due.example", "2026-03-09T06:29:00Z")).isOne();
        assertThat(digestsAt("york@due.example", "2026-03-09T06:31:00Z")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Etc/GMT+12, 2026-11-18T20:00:00Z",
        "Pacific/Marquesas, 2026-11-18T17:30:00Z",
        "UTC, 2026-11-18T08:00:00Z",
        "Asia/Kathmandu, 2026-11-18T02:15:00Z",
        "Pacific/Kiritimati, 2026-11-17T18:00:00Z"
    })
    void eightOClockIsEightOClockEverywhere(String zone, String due) {
        var email = zone.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT) + "@due.example";
        subscribe(email, "2026-11-17T08:30:00Z", Map.of("timeZone", zone, "sendAt", "08:00"));
        house.sql("update subscriber set next_due_at = '" + due + "'");
        papers("2026-11-16");

        assertThat(digestsAt(email, Instant.parse(due).minusSeconds(1).toString()))
                .isZero();
        assertThat(digestsAt(email, due)).isOne();
        papers("2026-11-17");
        assertThat(digestsAt(email, Instant.parse(due).plusSeconds(86_399).toString()))
                .isOne();
        assertThat(digestsAt(email, Instant.parse(due).plusSeconds(86_400).toString()))
                .isEqualTo(2);
    }

    @Test
    void movingAroundTheWorldBringsNoSecondDigestOfADay() {
        var token = subscribe(
                "moves@due.example",
                "2026-11-17T05:00:00Z",
                Map.of("timeZone", "Pacific/Kiritimati", "sendAt", "08:00"));
        papers("2026-11-17");
        assertThat(digestsAt("moves@due.example", "2026-11-17T18:00:05Z")).isOne();
        papers("2026-11-17");

        house.owner(token)
                .body(form("moves@due.example", Map.of("timeZone", "Etc/GMT+12", "sendAt", "08:00")))
                .put("/api/subscription")
                .then()
                .statusCode(200);

        assertThat(digestsAt("moves@due.example", "2026-11-17T20:00:05Z")).isOne();
        papers("2026-11-18");
        assertThat(digestsAt("moves@due.example", "2026-11-18T20:00:05Z"))
                .as("the 18th had its digest before it came to this side of the date line")
                .isOne();
        assertThat(digestsAt("moves@due.example", "2026-11-19T20:00:05Z")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 08:00, 2026-11-18T18:00:05Z, 2026-11-19T18:00:05Z",
        "Asia/Tokyo, 03:00, 2026-11-18T18:00:05Z, 2026-11-19T18:00:05Z",
        "Asia/Tokyo, 08:00, 2026-11-18T16:00:05Z, 2026-11-18T23:00:05Z",
        "Europe/Paris, 15:00, 2026-11-18T14:00:05Z, 2026-11-19T14:00:05Z",
        "America/New_York, 18:00, 2026-11-18T23:00:05Z, 2026-11-19T23:00:05Z"
    })
    void aChangeInTheAfternoonBringsTheNextDigestTwelveHoursAfterTheLastAtTheEarliest(
            String zone, String sendAt, String notYet, String next) {
        var email = "afternoon@due.example";
        var token = subscribe(email, "2026-11-18T05:00:00Z", Map.of("timeZone", "Europe/Paris", "sendAt", "08:00"));
        papers("2026-11-18");
        assertThat(digestsAt(email, "2026-11-18T07:00:05Z")).isOne();
        papers("2026-11-18");

        house.setClock("2026-11-18T13:00:00Z");
        house.owner(token)
                .body(form(email, Map.of("timeZone", zone, "sendAt", sendAt)))
                .put("/api/subscription")
                .then()
                .statusCode(200);

        assertThat(house.count("select count(*) from subscriber where next_due_at = timestamptz '" + next
                        + "' - interval '5 seconds'"))
                .as("what the preferences say is what happens")
                .isOne();
        assertThat(digestsAt(email, notYet)).isOne();
        assertThat(digestsAt(email, next)).isEqualTo(2);
    }

    @Test
    void aListThatSetsAnHourTooSoonBringsADigestOnlyTheDayAfter() {
        var email = "listed@due.example";
        var head = "email,queries,frequency,time_zone,send_at\n" + email + ",robots,DAILY,";
        house.setClock("2026-11-18T05:00:00Z");
        house.importList(head + "UTC,20:00\n").statusCode(200);
        papers("2026-11-18");
        assertThat(digestsAt(email, "2026-11-18T20:00:05Z")).isOne();
        papers("2026-11-18");

        house.importList(head + "Asia/Tokyo,07:00\n").statusCode(200);

        assertThat(digestsAt(email, "2026-11-18T22:00:05Z")).isOne();
        assertThat(house.deliveries(email).get(0))
                .containsEntry("state", "skipped")
                .hasEntrySatisfying("reason", it -> assertThat((String) it).startsWith("Too soon"));
        assertThat(digestsAt(email, "2026-11-19T22:00:05Z")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "subscriber set time_zone = 'Mars/Olympus'",
        "subscriber set weekday = 'SOMEDAY'",
        "filter set query = '((('"
    })
    void oneWhoseSettingsCannotBeReadHoldsUpNobodyAndIsToldOf(String damage) {
        var token = subscribe("odd@due.example", "2026-11-18T05:00:00Z", Map.of());
        house.sql("update " + damage);
        subscribe("even@due.example", "2026-11-18T05:30:00Z", Map.of());
        papers("2026-11-18");

        assertThat(digestsAt("even@due.example", "2026-11-18T08:00:05Z")).isOne();

        assertThat(house.deliveries("odd@due.example")).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("state", "skipped")
                .hasEntrySatisfying("reason", why -> assertThat((String) why).contains("cannot be read")));
        assertThat(house.count("select count(*) from subscriber where next_due_at <= '2026-11-19T07:59:00Z'"))
                .as("nobody is tried again before tomorrow")
                .isZero();
        house.sql("update subscriber set weekday = 'MONDAY'");
        house.owner(token)
                .body(form("odd@due.example", Map.of("timeZone", "UTC")))
                .put("/api/subscription")
                .then()
                .statusCode(200);
        assertThat(digestsAt("odd@due.example", "2026-11-19T08:00:05Z")).isOne();
    }

    @Test
    void aRequestNobodyCanReadHoldsUpNoOtherLetterAndIsForgottenAfterADay() {
        house.setClock("2026-11-18T05:00:00Z");
        house.sql("insert into mail_request (kind, email, preferences, created_at, next_attempt_at)"
                + " values ('SIGN_UP', 'bad@due.example', '[]', '2026-11-18T04:00:00Z', '2026-11-18T04:00:00Z')");

        subscribe("good@due.example", "2026-11-18T05:00:00Z", Map.of());

        assertThat(house.mails("good@due.example")).hasSize(1);
        assertThat(house.count("select count(*) from mail_request")).isOne();
        house.setClock("2026-11-19T06:00:00Z");
        house.sendLetters();
        assertThat(house.count("select count(*) from mail_request")).isZero();
    }

    @Test
    void anotherHourAfterTodaysDigestBringsNoSecondOne() {
        var token = subscribe("hours@due.example", "2026-11-18T05:00:00Z", Map.of());
        papers("2026-11-18");
        assertThat(digestsAt("hours@due.example", "2026-11-18T08:01:00Z")).isOne();
        papers("2026-11-18");

        house.owner(token)
                .body(form("hours@due.example", Map.of("sendAt", "10:00")))
                .put("/api/subscription")
                .then()
                .statusCode(200);

        assertThat(digestsAt("hours@due.example", "2026-11-18T10:01:00Z")).isOne();
        assertThat(digestsAt("hours@due.example", "2026-11-19T10:01:00Z")).isEqualTo(2);
    }

    @Test
    void planningTwiceOrAtOnceBringsOneMail() {
        for (var i = 0; i < 20; i++) {
            house.importList(
                    "email,queries,frequency,time_zone,send_at\nonce" + i + "@due.example,robots,DAILY,UTC,\n");
        }
        house.sql("update subscriber set next_due_at = '2026-11-18T08:00:00Z'");
        papers("2026-11-18");
        house.setClock("2026-11-18T08:00:30Z");

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(house::planDue),
                        CompletableFuture.runAsync(house::planDue),
                        CompletableFuture.runAsync(house::planDue))
                .join();
        house.planDue();
        house.deliver();

        for (var i = 0; i < 20; i++) {
            assertThat(house.mails("once" + i + "@due.example")).hasSize(1);
        }
    }

    private String subscribe(String email, String at, Map<String, Object> schedule) {
        house.setClock(at);
        return house.subscribe(form(email, schedule));
    }

    private static Map<String, Object> form(String email, Map<String, Object> schedule) {
        var form = new HashMap<String, Object>(
                Map.of("email", email, "filters", List.of(Map.of("query", "robots")), "frequency", "DAILY"));
        form.putAll(schedule);
        return form;
    }

    private void papers(String day) {
        paper++;
        house.ingestRows(day, rows(row("2611.7000" + paper, "Robots No. " + paper, "a", 1)));
    }

    private int digestsAt(String email, String now) {
        return house.digestsAt(email, now);
    }
}
