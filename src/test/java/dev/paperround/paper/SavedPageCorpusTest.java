package dev.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.savedpage.SavedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole pages: an invented one, and real ones where they lie beside the project. */
class SavedPageCorpusTest {
    private static final Pattern BYLINE_AND_DATE = Pattern.compile("(?m)^·\n[A-Z][a-z]{2} \\d");
    private static final String INVENTED = """
            new

            Daily Papers

            byAK and the research community

            Nov 26

            Tides by Network

            Tide tables were once drawn by hand. We let a small network draw them.

              • 6 authors
            ·
            Sep 29, 2023 1

            Hives by Noon

            Bees keep time without a clock. We model how a hive agrees on noon.

            openhive OpenHive
            ·
            May 8""";

    record Page(String name, String text, LocalDate day, int papers, int without, List<String> organizations) {}

    @TestFactory
    Stream<DynamicTest> everyPageIsReadWhole() throws IOException {
        List<Page> pages = new ArrayList<>();
        pages.add(new Page("invented", INVENTED, LocalDate.of(2025, 11, 26), 2, 0, List.of("OpenHive")));
        addReal(pages, "11-26", 60, 0, List.of("OpenBMB", "KaLM-Embedding", "Ontocord.AI"));
        addReal(pages, "12-10", 55, 2, List.of());
        return pages.stream().map(page -> dynamicTest(page.name(), () -> isReadWhole(page)));
    }

    private static void isReadWhole(Page page) {
        ParseResult reading = SavedPage.read(page.text(), page.day());

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.drafts()).hasSize(page.papers());
        List<String> lines = page.text().lines().toList();
        assertThat(reading.drafts()).allSatisfy(draft -> {
            assertThat(lines.get(draft.position() - 1)).isEqualTo(draft.facts().title());
            assertThat(lines.get(draft.position() + 1)).isEqualTo(draft.facts().abstractText());
        });
        List<PaperMetadata> facts =
                reading.drafts().stream().map(ParsedPaper::facts).toList();
        assertThat(facts.stream().filter(paper -> paper.publishedOn() != null).count())
                .isEqualTo(BYLINE_AND_DATE.matcher(page.text()).results().count())
                .isEqualTo(page.papers() - page.without());
        assertThat(facts)
                .extracting(PaperMetadata::organization)
                .filteredOn(name -> name != null)
                .containsExactlyElementsOf(page.organizations());
        assertThat(facts)
                .filteredOn(paper -> paper.publishedOn() != null && paper.organization() == null)
                .allSatisfy(paper -> assertThat(paper.authorCount()).isPositive());
    }

    private static void addReal(List<Page> pages, String date, int papers, int without, List<String> organizations)
            throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        for (int up = 0; up < 4 && folder != null; up++, folder = folder.getParent()) {
            Path file = folder.resolve("shared/seeds/daily-papers-" + date + ".txt");
            if (Files.exists(file)) {
                LocalDate day = LocalDate.parse("2025-" + date);
                pages.add(new Page(date, Files.readString(file), day, papers, without, organizations));
                return;
            }
        }
    }
}
