package dev.paperround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.House;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import dev.paperround.subscription.FilterText;
import dev.paperround.subscription.Recipient;
import dev.paperround.subscription.SubscriberState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole mails, letter by letter; only the links' tokens are left out. */
@QuarkusTest
class DigestLookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final List<FilterText> FILTERS = List.of(
            new FilterText("Robots & <others>", "robots OR tides"),
            new FilterText("مراقبة المد", "tides"),
            new FilterText("Rain = \"wet\"", "rain"));

    @Inject
    House house;

    @Inject
    Papers papers;

    @Inject
    DigestPost post;

    @BeforeEach
    void papers() {
        house.empty();
        house.ingestRows(
                DAY.toString(),
                House.rows(
                        row("2611.70001", "<b>Robots</b> & \"Cranes\" $\\alpha^2$", "Long arms lift boats."),
                        row(
                                "2611.70002",
                                "سفن بلا ربان: robots في الميناء",
                                "The harbour keeps its own time. " + "Small boats wait. ".repeat(40)
                                        + "Then come the tides. " + "Gulls wait, too. ".repeat(20)),
                        row("2611.70003", "潮の満ち引きを数える 🌊🦀 tides", "港のカメラから潮位を読む。".repeat(30)),
                        telling("2611.70004"),
                        row("2611.70005", "Rain " + "on a Very Long Roof ".repeat(29) + "Ends", "It drips.")));
    }

    @Test
    void aDigestLooksLikeThis() throws IOException {
        check("digest", delivery(ids(), List.of()), FILTERS);
    }

    @Test
    void aDigestWithMoreOnTheWebLooksLikeThis() throws IOException {
        house.sql("update paper set sample = true");
        check("digest-of-samples", delivery(ids().subList(0, 2), ids().subList(2, 5)), FILTERS.subList(0, 1));
    }

    @Test
    void aNoteLooksLikeThis() throws IOException {
        check("note", delivery(List.of(), List.of()), FILTERS);
    }

    private void check(String name, Claimed delivery, List<FilterText> filters) throws IOException {
        var recipient = new Recipient(77, "look@digest.example", SubscriberState.ACTIVE, 3, filters);
        var mail = MailParts.of(post.message(delivery, recipient).bytes());

        var text = looked(name + ".txt", mail.message().getSubject() + "\n\n" + mail.text());
        var html = looked(name + ".html", mail.html());

        assertThat(text).isEqualTo(expected(name + ".txt"));
        assertThat(html).isEqualTo(expected(name + ".html"));
    }

    /** What came out stands in target/looks, to be looked at and, where it is right, taken for what is expected. */
    private static String looked(String file, String mail) throws IOException {
        var looks = Files.createDirectories(Path.of("target", "looks"));
        var comparable = comparable(mail);
        Files.writeString(looks.resolve(file), comparable);
        return comparable;
    }

    private static String comparable(String text) {
        return text.replaceAll("v1\\.[a-z]\\.[A-Za-z0-9._-]+", "TOKEN");
    }

    private static String expected(String file) throws IOException {
        try (var stream = DigestLookTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Long> ids() {
        return papers.ofDay(DAY).stream().map(Paper::id).toList();
    }

    private static Claimed delivery(List<Long> ids, List<Long> more) {
        var planned = Instant.parse("2026-11-18T07:00:00Z");
        return new Claimed(4711, DAY, 1, DAY, 77, ids, more, 9, 0, planned, "NO_MATCH", Optional.empty(), "nobody");
    }

    private static Map<String, Object> row(String id, String title, String abstractText) {
        return House.row(id, title, abstractText, 12);
    }

    /** With all that can be known; what brings it stands in the abstract only. */
    private static Map<String, Object> telling(String id) {
        var paper = new HashMap<>(Map.<String, Object>of(
                "id",
                id,
                "title",
                "Umbrellas as Sensors",
                "summary",
                "Handles feel the wind. ".repeat(30) + "The rain is counted in drops.",
                "ai_summary",
                "An umbrella that measures weather.",
                "upvotes",
                1,
                "authors",
                List.of(Map.of("name", "Ny Rabe"), Map.of("name", "O. \\'Etienne")),
                "publishedAt",
                "2026-11-16T00:00:00.000Z",
                "githubRepo",
                "https://github.com/example/umbrella?a=1&b=2",
                "githubStars",
                7,
                "projectPage",
                "https://umbrella.example/"));
        paper.put("organization", Map.of("name", "wetlab", "fullname", "Wet Lab & Sons"));
        return Map.of("paper", paper, "numComments", 3);
    }
}
