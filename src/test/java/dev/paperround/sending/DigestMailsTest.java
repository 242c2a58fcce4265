package dev.paperround.sending;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.i18n.Language;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.subscriber.Recipient;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.preferences.FilterText;
import dev.paperround.transport.smtp.DigestMailFormat;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole mails, letter by letter; only the links' tokens are left out. */
@QuarkusTest
class DigestMailsTest extends EmptyHouse {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final List<FilterText> FILTERS = List.of(
            new FilterText("Robots & <others>", "robots OR tides"),
            new FilterText("مراقبة المد", "tides"),
            new FilterText("Rain = \"wet\"", "rain"));

    @Inject
    Papers papers;

    @Inject
    DigestMailFormat format;

    @BeforeEach
    void papers() {
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
                        crowded("2611.70006"),
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
    void aWeeklyDigestLooksLikeThis() throws IOException {
        check("weekly", delivery(ids().subList(0, 2), ids().subList(2, 3)), FILTERS, Language.EN, true);
    }

    @Test
    void aDigestInGermanLooksLikeThis() throws IOException {
        check("digest.de", delivery(ids(), List.of()), FILTERS, Language.DE, false);
    }

    @Test
    void aDigestInChineseLooksLikeThis() throws IOException {
        check("weekly.zh", delivery(ids(), List.of()), FILTERS, Language.ZH, true);
    }

    @Test
    void aNoteInOtherLanguagesLooksLikeThis() throws IOException {
        check("note.de", delivery(List.of(), List.of()), FILTERS, Language.DE, false);
        check("note.zh", delivery(List.of(), List.of()), FILTERS, Language.ZH, false);
    }

    @Test
    void aNoteLooksLikeThis() throws IOException {
        check("note", delivery(List.of(), List.of()), FILTERS);
    }

    private void check(String name, LeasedDelivery delivery, List<FilterText> filters) throws IOException {
        check(name, delivery, filters, Language.EN, false);
    }

    private void check(
            String name, LeasedDelivery delivery, List<FilterText> filters, Language language, boolean weekly)
            throws IOException {
        var recipient = new Recipient(77, "look@digest.example", SubscriberState.ACTIVE, 3, filters, weekly, language);
        var mail =
                ReadMail.of(format.write(delivery.digest(), recipient).message().bytes());

        Look.check(name, mail.message().getSubject(), mail.text(), mail.html());
    }

    private List<Long> ids() {
        return papers.ofDay(DAY).stream().map(Paper::id).toList();
    }

    private static LeasedDelivery delivery(List<Long> ids, List<Long> more) {
        var planned = Instant.parse("2026-11-18T07:00:00Z");
        return new LeasedDelivery(
                4711,
                DAY,
                1,
                DAY,
                77,
                ids,
                more.size(),
                9,
                0,
                planned,
                Optional.empty(),
                "NO_MATCH",
                Optional.empty(),
                Optional.empty(),
                "nobody");
    }

    private static Map<String, Object> row(String id, String title, String abstractText) {
        return House.row(id, title, abstractText, 12);
    }

    /** By as many as no line can name. */
    private static Map<String, Object> crowded(String id) {
        var authors = IntStream.range(0, 900)
                .mapToObj(it -> Map.of("name", "Author No. " + it))
                .toList();
        return Map.of(
                "paper",
                Map.of(
                        "id",
                        id,
                        "title",
                        "A Whole Village Counts \\emph{Tides} \\times 900",
                        "summary",
                        "Caf\\'e by caf\\'e, $x_1 \\leq \\frac{a}{b}$ tides.",
                        "upvotes",
                        12_345,
                        "authors",
                        authors,
                        "publishedAt",
                        "2026-11-16T00:00:00.000Z"),
                "numComments",
                0);
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
