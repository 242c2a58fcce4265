package dev.paperround.paper.source.savedpage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedPageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String HEAD =
            "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nNov 20\n\n";
    private static final String FOOTER = "\n\n  • 3 authors\n·\nJun 4, 2024";
    private static final String LONG_A = "Tide tables were once drawn by hand. "
            + "We let a small network draw them. ".repeat(12).strip();
    private static final String LONG_B = "Bees keep time without a clock. "
            + "We model how a hive agrees on noon. ".repeat(12).strip();
    private static final String LONG_C = "Old maps disagree about rivers. "
            + "We align them by their bends alone. ".repeat(12).strip();

    @Test
    void aBlockIsTitleAbstractAuthorsAndDate() {
        ParseResult reading = read(HEAD + "Tides by Network\n\n" + LONG_A + FOOTER);

        assertThat(reading.rejections()).isEmpty();
        ParsedPaper draft = reading.drafts().get(0);
        assertThat(draft.position()).isEqualTo(13);
        assertThat(draft.facts().title()).isEqualTo("Tides by Network");
        assertThat(draft.facts().abstractText()).isEqualTo(LONG_A);
        assertThat(draft.facts().authorCount()).isEqualTo(3);
        assertThat(draft.facts().publishedOn()).isEqualTo("2024-06-04");
        assertThat(draft.facts().comments()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  • 9 authors' | 9 |",
                "'• 1 author' | 1 |",
                "'\t•\u00a01,234 authors  ' | 1234 |",
                "'•12 authors' | 12 |",
                "'12 authors' | 12 |",
                "'nocturne Nocturne' | | Nocturne",
                "'tallow-lab Tallow Research Lab' | | Tallow Research Lab",
                "'Fen.42 Fen 42' | | Fen 42",
                "'brackwater Brackwater.AI' | | Brackwater.AI",
                "'Same-Name Same-Name' | | Same-Name",
                "'wharf' | | wharf",
                "'kiln Kiln Inc.' | | Kiln Inc.",
                "'tallow-lab Tallow Lab • 7 authors' | 7 | Tallow Lab",
            })
    void theByLineCountsAuthorsOrNamesAnOrganization(String byline, Integer authors, String organization) {
        PaperMetadata facts = only(HEAD + "Tides by Network\n\n" + LONG_A + "\n\n" + byline + "\n·\nAug 27\n\n")
                .facts();

        assertThat(facts.authorCount()).isEqualTo(authors);
        assertThat(facts.organization()).isEqualTo(organization);
        assertThat(facts.abstractText()).isEqualTo(LONG_A);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jun 4, 2024 | 2024-06-04 |",
                "Sep 29, 2023 1 | 2023-09-29 | 1",
                "Aug 27 | 2026-08-27 |",
                "Apr 1 7 | 2026-04-01 | 7",
                "Apr 17 | 2026-04-17 |",
                "Nov 20 | 2026-11-20 |",
                "Nov 21 | 2025-11-21 |",
                "Dec 31 12 | 2025-12-31 | 12",
                "Feb 29 | 2024-02-29 |",
                "Feb 29, 2023 | |",
                "Sept 3, 2025 1,204 | 2025-09-03 | 1204",
                "May 5 2025 | 2025-05-05 |",
                "May 5 2025 3 | 2025-05-05 | 3",
            })
    void theDateMayLackItsYearAndCarryComments(String line, LocalDate date, Integer comments) {
        PaperMetadata facts = only("Tides by Network\n\n" + LONG_A + "\n\n  • 3 authors\n·\n" + line)
                .facts();

        assertThat(facts.publishedOn()).isEqualTo(date);
        assertThat(facts.comments()).isEqualTo(comments);
    }

    @Test
    void aBlockWithoutByLineAndDateIsStillAPaper() {
        assertThat(titles(HEAD + "One\n\n" + LONG_A + "\n\nTwo\n\n" + LONG_B + FOOTER))
                .containsExactly("One", "Two");
    }

    @Test
    void severalBlocksWithoutByLineStayApartAtTheStartInTheMiddleAndAtTheEnd() {
        String page = HEAD + "One\n\n" + LONG_A + "\n\nTwo\n\n" + LONG_B + "\n\nThree\n\n" + LONG_C + FOOTER
                + "\n\nFour\n\nShort words.\n\nFive?\n\n" + LONG_A + "\n\nSix\n\n" + LONG_B + FOOTER
                + "\n\nSeven\n\n" + LONG_C + "\n\nEight\n\n" + LONG_A;

        assertThat(titles(page)).containsExactly("One", "Two", "Three", "Four", "Five?", "Six", "Seven", "Eight");
    }

    @Test
    void theByLineBelongsToTheLastOfThem() {
        List<ParsedPaper> drafts =
                read("One\n\n" + LONG_A + "\n\nTwo\n\n" + LONG_B + FOOTER).drafts();

        assertThat(drafts.get(0).facts().authorCount()).isNull();
        assertThat(drafts.get(0).facts().publishedOn()).isNull();
        assertThat(drafts.get(1).facts().authorCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Attention Is Not a Filter.",
                "Can a Hive Keep Time?",
                "May 2024: A Month of Tides",
                "Nov 26",
                "1984",
                "7 authors, 7 opinions: what peer review agrees on",
                "3D Rivers",
                "wav2tide: tides from sound",
                "Daily Papers",
                "Subscribe",
                "We show that a title can be a sentence, and that nobody minds",
                "by Hand: Drawing Tide Tables",
                "π-tides · a dot and a • bullet",
            })
    void aTitleMayLookLikeSomethingElse(String title) {
        assertThat(titles(HEAD + title + "\n\n" + LONG_A + FOOTER)).containsExactly(title);
        assertThat(titles(title + "\n\n" + LONG_A + FOOTER + "\n\nNext One\n\n" + LONG_B + FOOTER))
                .containsExactly(title, "Next One");
        assertThat(titles("First One\n\n" + LONG_B + FOOTER + "\n\n" + title + "\n\n" + LONG_A + FOOTER))
                .containsExactly("First One", title);
    }

    @Test
    void aLongTitleIsATitle() {
        String title = "On the " + "very gradual and entirely unforeseen ".repeat(7) + "rise of tides";

        assertThat(titles("One\n\n" + LONG_A + FOOTER + "\n\n" + title + "\n\n" + LONG_B + FOOTER))
                .containsExactly("One", title);
        assertThat(titles("One\n\n" + LONG_A + "\n\n" + title + "\n\n" + LONG_B + FOOTER))
                .containsExactly("One", title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Short.",
                "We fix it",
                "It ends with a date: Jun 4, 2024",
                "By 9 authors · Jun 4, 2024. Their tides • differ; see https://tides.example.org/a·b and $10^{6}$ or \\%.",
            })
    void anAbstractMayBeShortOrLookLikeSomethingElse(String text) {
        ParseResult reading = read(HEAD + "One\n\n" + text + FOOTER + "\n\nTwo\n\n" + text + FOOTER);

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.drafts())
                .extracting(draft -> draft.facts().abstractText())
                .containsExactly(text, text);
    }

    @Test
    void anAbstractOfSeveralParagraphsIsOne() {
        String text = LONG_A + "\n\nOur contributions are:\n\n• we draw tides;\n\n• we draw them fast.\n\n" + LONG_B
                + "\n\nCode: https://tides.example.org/code";

        assertThat(only("One\n\n" + text + FOOTER).facts().abstractText()).isEqualTo(text.replaceAll("\\s+", " "));
    }

    @Test
    void anAbstractWrappedIntoLinesIsOne() {
        String wrapped = LONG_A.replaceAll("(.{60,75}) ", "$1\n");

        List<ParsedPaper> drafts = read("One\n\n" + wrapped
                        + "\n\nTwo, a title that was wrapped because the window of\nthe browser was narrow\n\n"
                        + wrapped + FOOTER)
                .drafts();

        assertThat(drafts).extracting(draft -> draft.facts().abstractText()).containsExactly(LONG_A, LONG_A);
        assertThat(drafts.get(1).facts().title())
                .isEqualTo("Two, a title that was wrapped because the window of the browser was narrow");
    }

    @Test
    void theWayOfSavingDoesNotMatter() {
        String page = HEAD + "One\n\n" + LONG_A + FOOTER + "\n\nTwo\n\n" + LONG_B
                + "\n\ntallow Tallow Lab\n·\nAug 27 3\n\nThree\n\n" + LONG_C + FOOTER;
        List<PaperMetadata> expected = facts(page);

        assertThat(expected).hasSize(3);
        assertThat(facts(page.replace("\n", "\r\n"))).isEqualTo(expected);
        assertThat(facts("\uFEFF" + page + "\n")).isEqualTo(expected);
        assertThat(facts(page.replace("\n\n", "\n"))).isEqualTo(expected);
        assertThat(facts(page.replace("\n", "\n\n"))).isEqualTo(expected);
        assertThat(facts(page.replace("\n", " \t\n"))).isEqualTo(expected);
        assertThat(facts(page.replace(" ", "\u00a0"))).isEqualTo(expected);
        assertThat(facts(page.replace("authors\n·\n", "authors · "))).isEqualTo(expected);
        assertThat(facts(page.substring(HEAD.length()))).isEqualTo(expected);
        assertThat(facts(page + "\n\nPrevious\n\nNext\n")).isEqualTo(expected);
        assertThat(facts(page.replace("One\n", "Submitted by\noonab\n\n23\n\nOne\n")))
                .isEqualTo(expected);
        assertThat(facts(page.replace("Two\n", "Submitted by oonab\n\n1,204\n\nTwo\n")))
                .isEqualTo(expected);
    }

    @Test
    void anAbstractCutInsideASentenceIsRejectedWithItsLine() {
        ParseResult reading = read(HEAD + "Tides by Network\n\n" + LONG_A + FOOTER + "\n\nNoon among Bees\n\n"
                + LONG_B.substring(0, LONG_B.length() - 7));

        assertThat(reading.drafts()).extracting(draft -> draft.facts().title()).containsExactly("Tides by Network");
        assertThat(reading.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.position()).isEqualTo(21);
            assertThat(rejection.reason().toString()).contains("ends in the middle", "Noon among Bees");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " Code: https://example.org/bees/noon", " (in press)", " See example.org/bees"})
    void aWholeLastAbstractWithoutByLineIsStillAPaper(String end) {
        ParseResult reading =
                read(HEAD + "Tides by Network\n\n" + LONG_A + FOOTER + "\n\nNoon among Bees\n\n" + LONG_B + end);

        assertThat(reading.drafts()).hasSize(2);
        assertThat(reading.rejections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"  •", "  • 3", "  • 3 au", "  • 12 author"})
    void aByLineThatIsCutOffIsReportedAndNoPartOfTheAbstract(String rest) {
        ParseResult reading = read(
                HEAD + "Tides by Network\n\n" + LONG_A + FOOTER + "\n\nNoon among Bees\n\n" + LONG_B + "\n\n" + rest);

        assertThat(reading.drafts().get(1).facts().abstractText()).isEqualTo(LONG_B);
        assertThat(reading.rejections().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void aTitleCutFromItsAbstractIsRejectedWithItsLine() {
        ParseResult reading = read("One\n\n" + LONG_A + FOOTER + "\n\nThe Page Ends after This");

        assertThat(reading.drafts()).hasSize(1);
        assertThat(reading.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.position()).isEqualTo(9);
            assertThat(rejection.reason().toString())
                    .contains("title without an abstract")
                    .contains("The Page Ends after This");
        });
    }

    @Test
    void aBlockWithoutAbstractSpoilsNoOther() {
        ParseResult reading = read("One\n\n" + LONG_A + FOOTER + "\n\nLost" + FOOTER + "\n\nTwo\n\n" + LONG_B + FOOTER);

        assertThat(reading.drafts()).extracting(draft -> draft.facts().title()).containsExactly("One", "Two");
        assertThat(reading.rejections()).extracting(Rejection::position).containsExactly(9);
    }

    @Test
    void anAbstractCutFromItsTitleIsRejected() {
        ParseResult reading = read(LONG_A + FOOTER + "\n\nTwo\n\n" + LONG_B + FOOTER);

        assertThat(reading.drafts()).extracting(draft -> draft.facts().title()).containsExactly("Two");
        assertThat(reading.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.position()).isEqualTo(1);
            assertThat(rejection.reason().toString()).contains("abstract without a title");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n  • 3 authors",
                "\n\n  • 3 authors\n·",
                "\n\ntallow Tallow Lab\n·",
                "\n·\nJun 4, 2024",
                "\n\n·"
            })
    void aPaperCutInItsByLineIsKept(String rest) {
        String page = "One\n\n" + LONG_A + FOOTER + "\n\nTwo\n\n" + LONG_B + rest;

        assertThat(facts(page)).extracting(PaperMetadata::abstractText).containsExactly(LONG_A, LONG_B);
        assertThat(facts(page + "\n\nThree\n\n" + LONG_C + FOOTER))
                .extracting(PaperMetadata::title)
                .contains("One", "Two", "Three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "hello", "hello\n\nworld", "<html>\n<body>\n</body>\n</html>"})
    void whatHoldsNoPaperYieldsNone(String page) {
        assertThat(read(page).holdsNoPaper()).isTrue();
    }

    @Test
    void theHeadAloneHoldsNoPaper() {
        assertThat(read(HEAD).holdsNoPaper()).isTrue();
        assertThat(read(HEAD).rejections()).isEmpty();
    }

    private static ParseResult read(String page) {
        return SavedPage.read(page, DAY);
    }

    private static ParsedPaper only(String page) {
        ParseResult reading = read(page);
        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.drafts()).hasSize(1);
        return reading.drafts().get(0);
    }

    private static List<String> titles(String page) {
        ParseResult reading = read(page);
        assertThat(reading.rejections()).isEmpty();
        return reading.drafts().stream().map(draft -> draft.facts().title()).toList();
    }

    private static List<PaperMetadata> facts(String page) {
        ParseResult reading = read(page);
        assertThat(reading.rejections()).isEmpty();
        return reading.drafts().stream().map(ParsedPaper::facts).toList();
    }
}
