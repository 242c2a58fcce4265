package dev.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import dev.paperround.paper.source.savedpage.SavedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other texts than a Daily Papers page give no paper, not even half of one. */
class UnreadablePagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String SENTENCE = "We study slow boats on quiet rivers in spring.";

    /** Whatever lies in the project: programs, documents, markup, tables. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Stream.of("src", "deploy", "README.md", "pom.xml", "LICENSE")
                .map(Path::of)
                .flatMap(UnreadablePagesTest::below)) {
            return files.filter(file -> file.toString()
                            .matches(".*\\.(java|md|html|txt|xml|sql|properties|yaml|yml|css|js|json|sh)|LICENSE"))
                    .toList();
        }
    }

    @Test
    void noFileOfThisProjectIsOne() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(300);
        for (Path file : files) {
            ParseResult reading = SavedPage.read(Files.readString(file), DAY);
            assertThat(reading.drafts()).as(file.toString()).isEmpty();
        }
    }

    static List<String> noPages() {
        Random random = new Random(7);
        String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/";
        return List.of(
                lines(random, 200, 76, letters),
                lines(
                        random,
                        40,
                        60,
                        IntStream.range(' ', 127).mapToObj(Character::toString).collect(Collectors.joining()) + "\n\n"),
                lines(
                        random,
                        2,
                        60,
                        IntStream.range(' ', 127).mapToObj(Character::toString).collect(Collectors.joining())),
                random.ints(5000, 0x20, 0xD7FF).mapToObj(Character::toString).collect(Collectors.joining()),
                random.ints(5000, 0x20, 0xD7FF)
                        .mapToObj(point -> Character.toString(point) + (point % 40 == 0 ? "\n\n" : ""))
                        .collect(Collectors.joining()),
                "2026-11-20 07:30:01,123 INFO  [dev.example] Started in 3 s.\n2026-11-20 07:30:02,001 WARN  [dev.example] The relay is slow.",
                "Nov 20 07:30:01 relay postfix/smtpd[712]: connect from unknown\nNov 20 07:30:01 relay postfix/smtpd[712]: disconnect",
                "10.0.0.7 - - [20/Nov/2026:07:30:01 +0000] \"GET / HTTP/1.1\" 200 512\n".repeat(3),
                "<!DOCTYPE html>\n<html>\n<body>\n<h1>Daily Papers</h1>\n\n<h3>\nSlow Boats\n</h3>\n\n<p>\n" + SENTENCE
                        + "\n</p>\n\n<div>\n6 authors\n</div>\n<span>\n·\n</span>\n<time>\nMay 5\n</time>\n</body>\n</html>",
                "# Slow Boats\n\n" + SENTENCE + "\n\n## Building\n\n```\nmake\n```\n",
                "Slow Boats\n\n" + SENTENCE + "\n\nInstalling\n\nRun make install.\n\nLicense\n\nMIT\n",
                "CHAPTER I\n\n" + (SENTENCE + " ").repeat(4) + "\n\n" + (SENTENCE + " ").repeat(5) + "\n\n"
                        + (SENTENCE + " ").repeat(3),
                (SENTENCE + " ").repeat(4) + "\n\n" + (SENTENCE + " ").repeat(5),
                "It was a truth of the river, widely acknowledged, that a boat in\nspring must be in want of a lock.",
                "From: ada@example.org\nTo: ben@example.org\nSubject: Boats\n\n" + SENTENCE + "\n\nAda\n",
                "email,queries,frequency\nada@example.org,boats,DAILY\n",
                "[{\"paper\": {\"title\": \"Slow Boats\", \"summary\": \"" + SENTENCE + "\"}}]",
                "public class Boats {\n\n    int speed = 3;\n\n    // Slow on purpose.\n}\n",
                "select title\nfrom paper\n\nwhere id = 7;");
    }

    @ParameterizedTest
    @MethodSource("noPages")
    void anotherTextIsNone(String text) {
        ParseResult reading = SavedPage.read(text, DAY);

        assertThat(reading.drafts()).isEmpty();
        assertThat(reading.refusal()).isEmpty();
        assertThat(reading.rejections()).isNotEmpty();
    }

    private static String lines(Random random, int lines, int length, String signs) {
        return Stream.generate(() -> random.ints(length, 0, signs.length())
                        .mapToObj(at -> String.valueOf(signs.charAt(at)))
                        .collect(Collectors.joining()))
                .limit(lines)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Slow Boats\n\nWe study slow boats on quiet rivers in spring.",
                "Slow Boats\nWe study slow boats on quiet rivers in spring.\n",
                "\n\nSlow Boats\n\nWe study slow boats on quiet rivers in spring.\n\nMay 5",
                "Daily Papers\n\nNov 20\n\nSlow Boats\n\nWe study slow boats on quiet rivers in spring.",
                "new\n\nDaily Papers\n\nbyAK and the research community\n\nSlow Boats\n\nWe study slow boats.",
                "慢船\n\n我们研究春天安静河流上的慢船。",
            })
    void onePaperOfATitleAndASentenceIsOne(String page) {
        ParseResult reading = SavedPage.read(page, DAY);

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.drafts()).hasSize(1);
    }

    @Test
    void aPaperAboutMarkupIsOne() {
        ParseResult reading = SavedPage.read(
                "On <b>Bold</b> Tags\n\n<script>alert()</script> is what pages say.\n\n  • 4 authors\n·\nNov 16", DAY);

        assertThat(reading.drafts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'\u0000'", "'\u0007'", "'\u001b'", "'\u007f'"})
    void aBlockWithControlCharactersIsRejectedAndTheRestIsTakenIn(String control) {
        String footer = "\n\n  • 1 author\n·\nNov 1\n\n";

        ParseResult reading = SavedPage.read(
                "Slow Boats\n\n" + SENTENCE + footer + "Quick" + control + " Boats\n\n" + SENTENCE + footer, DAY);

        assertThat(reading.drafts()).extracting(draft -> draft.facts().title()).containsExactly("Slow Boats");
        assertThat(reading.rejections()).extracting(Rejection::position).containsExactly(9);
        assertThat(SavedPage.read("Quick" + control + " Boats\n\n" + SENTENCE, DAY)
                        .drafts())
                .isEmpty();
    }

    @Test
    void anAbstractWithoutAWordIsRejected() {
        ParseResult reading = SavedPage.read("Boats\n\n++--++ 17 //\n\n  • 1 author\n·\nNov 1\n\n", DAY);

        assertThat(reading.drafts()).isEmpty();
        assertThat(reading.rejections()).hasSize(1);
    }

    private static Stream<Path> below(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
