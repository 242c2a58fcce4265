package dev.paperround.paper.source.savedpage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.ParseResult;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever papers a page is made of, in whatever way it was saved: exactly those are read back. */
class SavedPagePropertiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WITHOUT_YEAR = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final List<String> WORDS = List.of(
            "tides",
            "river",
            "clock",
            "hive",
            "of",
            "and",
            "2.58times",
            "\\%",
            "10^{6}",
            "(a)",
            "·",
            "•",
            "ünïcode",
            "Jun",
            "authors",
            "https://hive.example.org",
            "\"quoted\"",
            "a-b",
            "$x$",
            "2024",
            "Daily",
            "<5%",
            "--");

    record Block(String title, String text, Integer authors, String organization, LocalDate date, Integer comments) {
        String page() {
            String byline = organization != null
                    ? "some-handle " + organization
                    : "  • " + authors + (authors != null && authors == 1 ? " author" : " authors");
            return title + "\n\n" + text + "\n\n" + (date == null ? "" : byline + "\n·\n" + dateLine() + "\n\n");
        }

        private String dateLine() {
            boolean lastTwelveMonths = !date.isAfter(DAY) && date.isAfter(DAY.minusYears(1));
            return date.format(lastTwelveMonths ? WITHOUT_YEAR : WITH_YEAR) + (comments == null ? "" : " " + comments);
        }

        PaperMetadata facts() {
            return PaperMetadata.of(it -> {
                it.title = title;
                it.abstractText = text;
                it.publishedOn = date;
                if (date != null) {
                    it.authorCount = organization != null ? null : authors;
                    it.organization = organization;
                    it.comments = comments;
                }
            });
        }
    }

    @Property(tries = 500)
    void whatWasSavedIsReadBack(@ForAll("blocks") List<Block> blocks, @ForAll boolean head, @ForAll boolean windows) {
        StringBuilder page = new StringBuilder(
                head ? "new\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nNov 20\n\n" : "");
        blocks.forEach(block -> page.append(block.page()));
        String saved = page.toString().stripTrailing();

        ParseResult reading = SavedPage.read(windows ? saved.replace("\n", "\r\n") : saved, DAY);

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.drafts())
                .extracting(ParsedPaper::facts)
                .containsExactlyElementsOf(blocks.stream().map(Block::facts).toList());
    }

    @Property(tries = 200)
    void aPageCutAnywhereNeverGluesOrThrows(@ForAll("blocks") List<Block> blocks, @ForAll int where) {
        StringBuilder page = new StringBuilder();
        blocks.forEach(block -> page.append(block.page()));
        String cut = page.substring(0, Math.floorMod(where, page.length() + 1));

        List<ParsedPaper> drafts = SavedPage.read(cut, DAY).drafts();

        List<String> whole = blocks.stream().map(Block::text).toList();
        List<ParsedPaper> expectedWhole = drafts.subList(0, Math.max(0, drafts.size() - 1));
        for (int i = 0; i < expectedWhole.size(); i++) {
            assertThat(expectedWhole.get(i).facts().abstractText()).isEqualTo(whole.get(i));
        }
    }

    @Provide
    Arbitrary<List<Block>> blocks() {
        // Nobody could tell a title of these words from a by-line.
        Arbitrary<String> title = text(2, 16).map(text -> "T" + text).filter(text -> !text.matches(".*2024 authors"));
        Arbitrary<String> text = text(30, 180).map(words -> "We " + words + ".");
        Arbitrary<LocalDate> date = Arbitraries.longs()
                .between(
                        LocalDate.of(2015, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 11, 20).toEpochDay())
                .map(LocalDate::ofEpochDay)
                .injectNull(0.3);
        Arbitrary<Integer> comments = Arbitraries.integers().between(1, 400).injectNull(0.6);
        Arbitrary<String> organization = Arbitraries.of("Hive", "Tide Research Lab", "River.AI", "OpenClock")
                .injectNull(0.7);
        return Combinators.combine(title, text, Arbitraries.integers().between(1, 1500), organization, date, comments)
                .as(Block::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(ArrayList::new);
    }

    private static Arbitrary<String> text(int least, int most) {
        return Arbitraries.of(WORDS).list().ofMinSize(least).ofMaxSize(most).map(words -> String.join(" ", words));
    }
}
