package dev.paperround;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever comes late, twice or after a break comes right by itself. */
@QuarkusTest
class DigestSelectionTest extends EmptyHouse {
    @Test
    void aRowThatComesAfterTheDigestComesWithTheNext() {
        subscribe("row@choose.example", "robots");
        papers("2026-11-18", row("2611.90001", "Early Robots", "a", 1));
        house.digestsAt("row@choose.example", "2026-11-18T08:00:05Z");

        papers("2026-11-18", row("2611.90002", "Late Robots", "a", 1));

        assertThat(house.digestsAt("row@choose.example", "2026-11-19T08:00:05Z"))
                .isEqualTo(2);
        assertThat(papersOf("row@choose.example")).containsExactly("2611.90002");
    }

    @Test
    void whoNamesNoFilterGetsWhatTrends() {
        subscribe(Map.of("email", "trend@choose.example", "frequency", "DAILY"));
        papers(
                "2026-11-18",
                IntStream.range(0, 12)
                        .mapToObj(i -> row("2611.%05d".formatted(90100 + i), "Robots " + i, "a", i))
                        .toArray());

        assertThat(house.digestsAt("trend@choose.example", "2026-11-18T08:00:05Z"))
                .isOne();
        assertThat(papersOf("trend@choose.example")).hasSize(10).doesNotContain("2611.90100", "2611.90101");
    }

    @Test
    void aPaperComesOnceItHasTheUpvotesAFilterAsksFor() {
        subscribe("votes@choose.example", "robots upvotes:>=20");
        papers("2026-11-18", row("2611.90001", "Slow Robots", "a", 3));
        assertThat(house.digestsAt("votes@choose.example", "2026-11-18T08:00:05Z"))
                .isZero();

        papers("2026-11-18", row("2611.90001", "Slow Robots", "a", 25));

        assertThat(house.digestsAt("votes@choose.example", "2026-11-19T08:00:05Z"))
                .isOne();
        papers("2026-11-18", row("2611.90001", "Slow Robots", "a", 90));
        assertThat(house.digestsAt("votes@choose.example", "2026-11-20T08:00:05Z"))
                .isOne();
    }

    @Test
    void afterAnOutageOfSomeDaysOneDigestBringsAllThatWasMissed() {
        subscribe("outage@choose.example", "robots");
        papers("2026-11-16", row("2611.90001", "Monday Robots", "a", 1));
        house.digestsAt("outage@choose.example", "2026-11-16T08:00:05Z");
        papers("2026-11-17", row("2611.90002", "Tuesday Robots", "a", 1));
        papers("2026-11-18", row("2611.90003", "Wednesday Robots", "a", 1));
        papers("2026-11-19", row("2611.90004", "Thursday Robots", "a", 1));

        assertThat(house.digestsAt("outage@choose.example", "2026-11-19T09:00:00Z"))
                .isEqualTo(2);
        assertThat(papersOf("outage@choose.example")).containsExactly("2611.90004", "2611.90003", "2611.90002");
    }

    @Test
    void mondaysDigestOfAWorkingWeekHoldsWhatTheWeekendBrought() {
        subscribe(Map.of("email", "weekend@choose.example", "filters", List.of(Map.of("query", "robots"))));
        papers("2026-11-20", row("2611.90001", "Friday Robots", "a", 1));
        house.digestsAt("weekend@choose.example", "2026-11-20T08:00:05Z");
        papers("2026-11-20", row("2611.90002", "Friday Evening Robots", "a", 1));
        papers("2026-11-21", row("2611.90003", "Saturday Robots", "a", 1));

        assertThat(house.digestsAt("weekend@choose.example", "2026-11-22T08:00:05Z"))
                .isOne();
        assertThat(house.digestsAt("weekend@choose.example", "2026-11-23T08:00:05Z"))
                .isEqualTo(2);
        assertThat(papersOf("weekend@choose.example")).containsExactly("2611.90003", "2611.90002");
    }

    @Test
    void theSameRowsTwiceAndTheSameHourTwiceBringOneDigest() {
        subscribe("double@choose.example", "robots");
        papers("2026-11-18", row("2611.90001", "Robots", "a", 1));
        house.digestsAt("double@choose.example", "2026-11-18T08:00:05Z");

        papers("2026-11-18", row("2611.90001", "Robots", "a", 1));
        house.sql("update subscriber set next_due_at = '2026-11-18T08:00:00Z'");

        assertThat(house.digestsAt("double@choose.example", "2026-11-18T08:00:06Z"))
                .isOne();
        assertThat(house.digestsAt("double@choose.example", "2026-11-19T08:00:05Z"))
                .isOne();
    }

    @Test
    void relevanceCountsBeforeUpvotesAndUpvotesBeforeFreshness() {
        subscribe("rank@choose.example", "robots kitchen");
        papers(
                "2026-11-17",
                row("2611.90001", "Robots in the Kitchen", "a", 1),
                row("2611.90002", "Robots", "In a kitchen.", 50),
                row("2611.90003", "Cooking", "Robots in the kitchen.", 900));
        papers("2026-11-18", row("2611.90004", "More Robots", "In a kitchen.", 7));

        house.digestsAt("rank@choose.example", "2026-11-18T08:00:05Z");

        assertThat(papersOf("rank@choose.example"))
                .containsExactly("2611.90001", "2611.90002", "2611.90004", "2611.90003");
    }

    @Test
    void aWeeklyDigestHoldsTheWorkingWeek() {
        subscribe(Map.of(
                "email",
                "week@choose.example",
                "filters",
                List.of(Map.of("query", "robots")),
                "frequency",
                "WEEKLY",
                "weekday",
                "FRIDAY"));
        papers("2026-11-13", row("2611.90000", "Last Friday's Robots", "a", 1));
        for (var day = 16; day <= 20; day++) {
            papers("2026-11-" + day, row("2611.900" + day, "Robots of the " + day + "th", "a", 1));
        }

        house.digestsAt("week@choose.example", "2026-11-20T08:00:05Z");

        assertThat(papersOf("week@choose.example"))
                .containsExactly("2611.90020", "2611.90019", "2611.90018", "2611.90017", "2611.90016");
    }

    private void subscribe(String email, String query) {
        subscribe(Map.of("email", email, "filters", List.of(Map.of("query", query)), "frequency", "DAILY"));
    }

    private void subscribe(Map<String, ?> form) {
        house.setClock("2026-11-16T05:00:00Z");
        house.subscribe(form);
    }

    private void papers(String day, Object... rows) {
        house.ingestRows(day, rows(rows)).statusCode(200);
    }

    /** Of the newest digest. */
    @SuppressWarnings("unchecked")
    private List<String> papersOf(String email) {
        return (List<String>) house.deliveries(email).get(0).get("papers");
    }
}
