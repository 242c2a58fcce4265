package dev.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import dev.paperround.paper.source.savedpage.SavedPage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By-lines and dates of which a part was lost, or that came in another shape. */
class DamagedBylinesTest {
    private static final String TIDES = "Tide tables were once drawn by hand. "
            + "We let a network draw them. ".repeat(12).strip();
    private static final String HIVES = "Bees keep time without a clock. "
            + "We model how they agree. ".repeat(12).strip();
    private static final String END = "\n\nHives by Noon\n\n" + HIVES + "\n\n  • 3 authors\n·\nMay 5";

    @Test
    void aDateAloneClosesABlock() {
        PaperMetadata facts = firstOfTwo("Tides by Network\n\n" + TIDES + "\n\nJun 4, 2024 7" + END);

        assertThat(facts.publishedOn()).isEqualTo("2024-06-04");
        assertThat(facts.comments()).isEqualTo(7);
    }

    @Test
    void aDotAndADateCloseABlock() {
        assertThat(firstOfTwo("Tides by Network\n\n" + TIDES + "\n\n·\nJun 4, 2024" + END)
                        .publishedOn())
                .isEqualTo("2024-06-04");
    }

    @Test
    void aByLineWithoutDotKeepsItsDate() {
        PaperMetadata facts = firstOfTwo("Tides by Network\n\n" + TIDES + "\n\n• 2 authors\nJun 4, 2024" + END);

        assertThat(facts.authorCount()).isEqualTo(2);
        assertThat(facts.publishedOn()).isEqualTo("2024-06-04");
    }

    @Test
    void anOrganizationMayStandAboveTheAuthors() {
        PaperMetadata facts =
                firstOfTwo("Tides by Network\n\n" + TIDES + "\n\ntallow Tallow Lab\n• 2 authors\n·\nJun 4, 2024" + END);

        assertThat(facts.organization()).isEqualTo("Tallow Lab");
        assertThat(facts.authorCount()).isEqualTo(2);
    }

    @Test
    void anOrganizationAndItsDateMayShareALine() {
        PaperMetadata facts =
                firstOfTwo("Tides by Network\n\n" + TIDES + "\n\ntallow Tallow Lab · Jun 4, 2024 1" + END);

        assertThat(facts.organization()).isEqualTo("Tallow Lab");
        assertThat(facts.comments()).isOne();
    }

    @Test
    void aDateInDaysAgoIsNoTitle() {
        assertThat(firstOfTwo("Tides by Network\n\n" + TIDES + "\n\n• 2 authors\n·\n3 days ago" + END)
                        .publishedOn())
                .isNull();
    }

    @Test
    void pageNumbersAtTheEndAreNoTitles() {
        firstOfTwo("Tides by Network\n\n" + TIDES + END + "\n\nPrevious\n1\n2\n3\n...\n100\nNext\n");
    }

    @Test
    void footersWithoutPapersAreRejected() {
        ParseResult reading = SavedPage.read("• 2 authors\n·\nMay 5\n\n" + END.strip(), LocalDate.of(2026, 11, 20));

        assertThat(reading.drafts()).hasSize(1);
        assertThat(reading.rejections()).extracting(Rejection::position).containsExactly(1);
    }

    private static PaperMetadata firstOfTwo(String page) {
        ParseResult reading = SavedPage.read(page, LocalDate.of(2026, 11, 20));
        assertThat(reading.rejections()).isEmpty();
        List<PaperMetadata> facts =
                reading.drafts().stream().map(ParsedPaper::facts).toList();
        assertThat(facts).extracting(PaperMetadata::title).containsExactly("Tides by Network", "Hives by Noon");
        assertThat(facts).extracting(PaperMetadata::abstractText).containsExactly(TIDES, HIVES);
        return facts.get(0);
    }
}
