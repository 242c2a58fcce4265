package dev.paperround;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in a digest, and in which order. */
@QuarkusTest
class DigestOrderTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";

    @BeforeEach
    void papers() {
        house.ingestRows("2026-11-17", rows(row("2611.60009", "Evening Robots", "b", 4)));
        house.ingestRows(
                DAY,
                rows(
                        row("2611.60001", "Kitchens", "Robots cook.", 90),
                        row("2611.60002", "Boats", "Robots sail.", 91),
                        row("2611.60003", "Robots in Zinc", "a", 4),
                        row("2611.60004", "Robots in Amber", "a", 4),
                        row("2611.60005", "Robots at Dawn", "a", 40),
                        row("2611.60006", "Rain", "Roofs.", 900)));
    }

    @Test
    void theBestComeFirst() {
        house.subscribe("order@digest.example", "robots");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));

        assertThat(received("order@digest.example"))
                .containsExactly("2611.60005", "2611.60004", "2611.60003", "2611.60009", "2611.60002", "2611.60001");
    }

    @Test
    void aDigestHoldsAsManyAsWantedAndSaysHowManyMore() {
        house.subscribe(
                Map.of("email", "few@digest.example", "filters", List.of(Map.of("query", "robots")), "maxPapers", 2));
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));

        assertThat(received("few@digest.example")).containsExactly("2611.60005", "2611.60004");
        assertThat((String) house.newestMail("few@digest.example").get("text"))
                .contains("6 papers match your filters, out of 7.", "Here are the best 2.", "4 more on the web:")
                .doesNotContain("Zinc");
        assertThat((String) house.newestMail("few@digest.example").get("html")).contains("4 more on the web");

        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
        assertThat(received("few@digest.example")).containsExactly("2611.60003", "2611.60009");
    }

    @Test
    void aPaperOfTwoFiltersComesOnceAndNamesBoth() {
        house.subscribe("both@digest.example", "dawn", "title:robots");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));

        var text = (String) house.newestMail("both@digest.example").get("text");
        assertThat(received("both@digest.example")).startsWith("2611.60005").hasSize(4);
        assertThat(text).contains("About dawn · About title:robots").containsOnlyOnce("Robots at Dawn");
    }

    @Test
    void nothingInADigestIsReadAsMarkup() {
        house.ingestRows(
                DAY, rows(row("2611.60011", "<script>alert(1)</script>\r\nBcc: x", "<img src=x> cats & dogs", 1)));
        house.subscribe(Map.of(
                "email",
                "markup@digest.example",
                "filters",
                List.of(Map.of("name", "<b>Cats</b> & \"more\"", "query", "cats"))));
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));

        var mail = house.newestMail("markup@digest.example");
        assertThat((String) mail.get("html"))
                .contains(
                        "&lt;script&gt;",
                        "&lt;b&gt;Cats&lt;/b&gt; &amp;",
                        "&lt;img src=x&gt; <mark>cats</mark> &amp; dogs")
                .doesNotContain("<script", "<b>Cats", "<img");
        assertThat((String) mail.get("text")).contains("Matches <b>Cats</b> & \"more\"", "<img src=x> cats & dogs");
        assertThat((String) mail.get("subject")).endsWith("<script>alert(1)</script> Bcc: x");
    }

    @Test
    void onlyTheLastFiveDigestDaysCount() {
        for (var day = 1; day <= 5; day++) {
            house.ingestRows("2026-12-0" + day, rows(row("2612.0000" + day, "Robots of Day " + day, "a", 1)));
        }
        house.subscribe("five@digest.example", "robots");
        house.send(Map.of("day", "2026-12-05", "audience", Map.of("all", true)));

        assertThat(received("five@digest.example"))
                .containsExactly("2612.00005", "2612.00004", "2612.00003", "2612.00002", "2612.00001");
        house.send(Map.of("day", "2026-12-01", "audience", Map.of("all", true)));
        assertThat(received("five@digest.example")).doesNotContain("2612.00002").contains("2611.60005");
    }

    @Test
    void whoGotThePaperOfAPageDoesNotGetTheRowAgain() {
        house.ingestPage(
                DAY, "Robots by Title\n\nWe know of these robots by their title only.\n\n  • 2 authors\n·\nNov 17\n");
        house.subscribe("page@digest.example", "\"by title\"");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));

        house.ingestRows("2026-11-19", rows(row("2611.60010", "Robots by Title", "We know these robots.", 5)));
        var send = house.send(Map.of("day", "2026-11-19", "audience", Map.of("all", true)));

        assertThat(send).containsEntry("planned", 0).containsEntry("skipped", 1);
    }

    @SuppressWarnings("unchecked")
    private List<String> received(String email) {
        return (List<String>) house.deliveries(email).get(0).get("papers");
    }
}
