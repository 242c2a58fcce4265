package dev.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.query.Query;
import dev.paperround.paper.Paper;
import dev.paperround.paper.PaperMetadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private static final PaperWindow WINDOW = new PaperWindow(
            TUESDAY,
            List.of(
                    paper("Rain", 5, 0, List.of(TUESDAY), 0),
                    paper("Snow survey", 9, 0, List.of(TUESDAY), 1),
                    paper("Hail", 5, 3, List.of(TUESDAY), 2),
                    paper("Fog", 5, 3, List.of(TUESDAY), 3),
                    paper("Ice", null, 0, List.of(MONDAY), 1),
                    paper("Dew", null, 7, List.of(MONDAY), 0),
                    paper("Sun", 1, 0, List.of(MONDAY, MONDAY.minusDays(9)), 2)));

    @Test
    void theFirstOfEachDayAreThoseWithTheMostUpvotes() {
        assertThat(titles("trending:1")).containsExactly("Snow survey", "Sun");
    }

    @Test
    void commentsThenTheTitleDecideBetweenEquals() {
        assertThat(titles("trending:2")).containsExactly("Snow survey", "Fog", "Dew", "Sun");
        assertThat(titles("trending:3")).contains("Hail").doesNotContain("Rain");
    }

    @Test
    void whereUpvotesAreUnknownThePageDecides() {
        assertThat(titles("trending:2 -sun -snow -fog")).containsExactly("Dew");
        assertThat(titles("trending:50")).hasSize(7);
    }

    @Test
    void itCombinesWithAnyOtherTerm() {
        assertThat(titles("trending:2 -survey")).containsExactly("Fog", "Dew", "Sun");
        assertThat(titles("rain OR trending:1")).containsExactly("Rain", "Snow survey", "Sun");
        assertThat(titles("upvotes:>4 -trending:1")).containsExactly("Rain", "Hail", "Fog");
    }

    @Test
    void aPaperOfTwoFiltersIsChosenOnce() {
        var chosen = WINDOW.composer().compose(List.of("snow", "trending:1"), 20);

        assertThat(chosen.matched()).isEqualTo(2);
    }

    private static List<String> titles(String query) {
        return WINDOW.index().match(Query.parse(query).query().orElseThrow()).stream()
                .mapToObj(position -> WINDOW.papers().get(position).facts().title())
                .toList();
    }

    private static long nextId = 1;

    private static Paper paper(String title, Integer upvotes, int comments, List<LocalDate> days, int position) {
        var facts = PaperMetadata.of(it -> {
            it.title = title;
            it.upvotes = upvotes;
            it.comments = comments;
        });
        return new Paper(
                nextId++,
                "2611." + title,
                facts,
                false,
                days,
                days.stream().map(day -> position).toList(),
                Instant.EPOCH);
    }
}
