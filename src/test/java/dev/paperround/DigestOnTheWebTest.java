package dev.paperround;

import static dev.paperround.House.linkIn;
import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a mail has room for, and the page that has room for all. */
@QuarkusTest
class DigestOnTheWebTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final Map<String, Object> SEND = Map.of("day", DAY, "audience", Map.of("all", true));

    @Inject
    Operator operator;

    @Test
    void theLinkOfAMailShowsAllThatMatched() {
        papers(5, "Robots No. %d", "a");
        subscribe("all@web.example", 2);
        house.send(SEND);

        var token = linkIn(house.newestMail("all@web.example"), "digest");

        var page = show(token)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .extract()
                .asString();
        assertThat(page)
                .contains("5 papers match your filters, out of 5.", "3 more that matched", "Matches <bdi>About robots")
                .contains("<mark>Robots</mark> No. 1", "<mark>Robots</mark> No. 5")
                .doesNotContain("all@web.example");
        assertThat((String) house.newestMail("all@web.example").get("html"))
                .containsPattern("/digest/" + Pattern.quote(token) + "\"[^>]*>3 more on the web")
                .containsPattern("/digest/" + Pattern.quote(token) + "\"[^>]*>View on the web");
    }

    @Test
    void whatHadNoRoomComesNextTime() {
        papers(5, "Robots No. %d", "a");
        subscribe("next@web.example", 3);
        house.send(SEND);
        var first = linkIn(house.newestMail("next@web.example"), "digest");
        house.send(SEND);

        assertThat(house.mails("next@web.example"))
                .filteredOn(mail -> ((String) mail.get("subject")).contains(" for "))
                .hasSize(2);
        show(first).statusCode(200);
        assertThat(show(first).extract().asString()).contains("2 more that matched");
    }

    @Test
    void aPaperThatMatchedOnlyAfterTheMailIsNotOnItsPage() {
        papers(1, "Robots No. %d", "a");
        subscribe("later@web.example", 3);
        house.send(SEND);
        house.ingestRows(DAY, rows(row("2611.80099", "Robots come late", "a", 1)));

        var token = linkIn(house.newestMail("later@web.example"), "digest");

        assertThat(show(token).extract().asString()).doesNotContain("come late");
    }

    @Test
    void aHundredLongPapersStayUnderNinetyKilobytesOnTheWire() {
        papers(
                100,
                "Robots und Übermut: größenwahnsinnige Maschinen, 机器人学习走路, часть %d " + "ß".repeat(150),
                "Роботы учатся ходить по льду и не падают. ".repeat(40));
        subscribe("long@web.example", 100);
        house.send(SEND);

        var mail = house.newestMail("long@web.example");
        var html = encodedHtml((String) mail.get("id"));
        var received = received("long@web.example");

        assertThat(html.getBytes(StandardCharsets.US_ASCII).length).isBetween(60_000, 90_000);
        assertThat(received).hasSizeBetween(5, 60);
        assertThat((String) mail.get("html")).contains((100 - received.size()) + " more on the web");
        assertThat((String) mail.get("text")).contains("Here are the best " + received.size() + ".");
        assertThat(show(linkIn(mail, "digest")).extract().asString())
                .contains((100 - received.size()) + " more that matched")
                .contains(IntStream.rangeClosed(1, 100)
                        .mapToObj("часть %d "::formatted)
                        .toArray(String[]::new));
    }

    @Test
    void whatTheMailHadNoRoomForWasNotReceived() {
        papers(100, "Robots %d " + "ß".repeat(200), "Роботы учатся ходить по льду. ".repeat(40));
        subscribe("rest@web.example", 100);
        house.send(SEND);
        var first = received("rest@web.example");
        house.send(SEND);

        assertThat(received("rest@web.example")).isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    @Test
    void whatWasSentStaysKnownOfAPaperThatWasTakenOut() {
        papers(2, "Robots No. %d", "a");
        var manage = subscribe("kept@web.example", 3);
        house.send(SEND);
        var sent = received("kept@web.example");
        var token = linkIn(house.newestMail("kept@web.example"), "digest");
        assertThat(sent).hasSize(2);

        for (var paper : sent) {
            house.admin().delete("/api/admin/papers/" + paper).then().statusCode(204);
        }

        given().get("/api/papers").then().body("total", equalTo(0));
        assertThat(received("kept@web.example")).containsExactlyElementsOf(sent);
        assertThat(show(token).statusCode(200).extract().asString()).contains("No. 1", "No. 2");
        assertThat(house.history(manage).values())
                .anySatisfy(day -> assertThat(day).containsEntry("papers", 2));
        assertThat(house.owner(manage)
                        .get("/api/subscription/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains(sent);
        operator.signIn();
        assertThat(operator.page("/admin/deliveries?email=kept@web.example")
                        .select("td[data-label=Papers]")
                        .eachText())
                .containsExactly("2");
        papers(2, "Robots No. %d", "a");
        house.send(SEND);
        assertThat(house.mails("kept@web.example"))
                .as("a paper that comes back was received")
                .filteredOn(mail -> ((String) mail.get("subject")).contains(" for "))
                .hasSize(1);
    }

    @Test
    void aForeignOrChangedLinkAndAnErasedSubscriberShowNothing() {
        papers(1, "Robots No. %d", "a");
        var manage = subscribe("gone@web.example", 3);
        house.send(SEND);
        var token = linkIn(house.newestMail("gone@web.example"), "digest");

        show("v1.d.1.0.0.AAAA").statusCode(404).header("Cache-Control", "no-store");
        show(manage).statusCode(404);
        show(token.replace("v1.d.", "v1.d.1")).statusCode(404);
        show(token).statusCode(200);
        house.owner(manage).delete("/api/subscription").then().statusCode(204);
        assertThat(show(token).statusCode(404).extract().asString()).contains("This link does not lead to a digest");
    }

    @Test
    void aLinkHoldsForYearsAndShowsTheFiltersOfNow() {
        papers(1, "Robots No. %d", "a");
        var manage = subscribe("years@web.example", 3);
        house.send(SEND);
        var token = linkIn(house.newestMail("years@web.example"), "digest");
        house.owner(manage)
                .body(Map.of("filters", List.of(Map.of("name", "Androids", "query", "robots"))))
                .put("/api/subscription")
                .then()
                .statusCode(200);

        house.setClock("2031-01-01T00:00:00Z");

        assertThat(show(token).statusCode(200).extract().asString()).contains("Matches <bdi>Androids</bdi>");
    }

    private String subscribe(String email, int maxPapers) {
        return house.subscribe(Map.of(
                "email",
                email,
                "filters",
                List.of(Map.of("name", "About robots", "query", "robots")),
                "maxPapers",
                maxPapers));
    }

    private void papers(int count, String title, String abstractText) {
        house.ingestRows(
                DAY,
                rows(IntStream.rangeClosed(1, count)
                        .mapToObj(i -> row("2611.8%04d".formatted(i), title.formatted(i), abstractText, 200 - i))
                        .toArray()));
    }

    private static ValidatableResponse show(String token) {
        return given().get("/digest/" + token).then();
    }

    /** As it went over the wire, between the headers of its part and the end of the message. */
    private static String encodedHtml(String id) {
        var message = given().get("/inbox/" + id + "/source").asString();
        var part = message.substring(message.indexOf("Content-Type: text/html"));
        return part.substring(part.indexOf("\r\n\r\n") + 4, part.lastIndexOf("\r\n--"));
    }

    @SuppressWarnings("unchecked")
    private List<String> received(String email) {
        return (List<String>) house.deliveries(email).get(0).get("papers");
    }
}
