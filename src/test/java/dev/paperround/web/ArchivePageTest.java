package dev.paperround.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.paperround.paper.PaperDraft;
import dev.paperround.paper.PaperFacts;
import dev.paperround.paper.PaperIngest;
import dev.paperround.paper.Papers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArchivePageTest {
    private static final LocalDate MONDAY = LocalDate.of(2019, 3, 4);
    private static final LocalDate THURSDAY = LocalDate.of(2019, 3, 7);

    private final Visitor visitor = new Visitor();

    @Inject
    PaperIngest ingest;

    @Inject
    Papers papers;

    @BeforeEach
    void threePapersOnTwoDays() {
        var kites = new PaperFacts(
                "Kites & $\\alpha$-Stable <Winds>",
                "We fly \\emph{many} kites.",
                List.of("Noor Vance", "Étienne Marchetti"),
                null,
                "Windward Lab",
                LocalDate.of(2019, 3, 1),
                12,
                1,
                "Kites can be flown & counted.",
                List.of("kites", "wind"),
                "https://github.com/windward/kites",
                40,
                null,
                null);
        ingest.ingest(
                MONDAY,
                List.of(
                        new PaperDraft(0, null, "1903.90001", kites),
                        new PaperDraft(1, null, null, titled("Bare Bones"))),
                List.of());
        ingest.ingest(THURSDAY, List.of(new PaperDraft(0, null, "cs/9903001", titled("An Old Id"))), List.of());
    }

    private static PaperFacts titled(String title) {
        return new PaperFacts(
                title, null, List.of(), null, null, null, null, null, null, List.of(), null, null, null, null);
    }

    @Test
    void everyDayIsListedWithItsCount() {
        visitor.browser()
                .get("/papers")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("March 2019"),
                        containsString("<a href=\"/papers/2019-03-04\">Monday 4</a> <span class=\"meta\">2 papers")));
    }

    @Test
    void aDayShowsItsPapersAndLeadsToItsNeighbours() {
        visitor.browser()
                .get("/papers/" + MONDAY)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Monday, 4 March 2019"),
                        containsString("id=\"1903.90001\""),
                        containsString("Kites &amp; α-Stable &lt;Winds&gt;"),
                        containsString("Noor Vance, Étienne Marchetti · Windward Lab · 1 Mar 2019"),
                        containsString("12 upvotes · 1 comment"),
                        containsString("Kites can be flown &amp; counted."),
                        containsString("href=\"https://arxiv.org/pdf/1903.90001\""),
                        containsString("Bare Bones"),
                        containsString("rel=\"next\" href=\"/papers/2019-03-07\"")));
        visitor.browser().head("/papers/" + MONDAY).then().statusCode(200);
    }

    @Test
    void aDayWithoutPapersNamesTheNearestThatHaveSome() {
        visitor.browser()
                .get("/papers/2019-03-05")
                .then()
                .statusCode(404)
                .body(allOf(
                        containsString("Tuesday, 5 March 2019"),
                        containsString("/papers/2019-03-04"),
                        containsString("/papers/2019-03-07")));
    }

    @Test
    void whatIsNoDayIsNotFound() {
        visitor.browser()
                .urlEncodingEnabled(false)
                .get("/papers/%3Cb%3E2019")
                .then()
                .statusCode(404)
                .body(allOf(containsString("“&lt;b&gt;2019”"), not(containsString("<b>"))));
        visitor.browser().get("/papers/2019-02-30").then().statusCode(404);
    }

    @Test
    void aPaperIsShownWhole() {
        visitor.browser()
                .get("/paper/1903.90001")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("<h1 dir=\"auto\">Kites &amp; α-Stable &lt;Winds&gt;</h1>"),
                        containsString("We fly many kites."),
                        containsString("href=\"/papers/2019-03-04#1903.90001\""),
                        containsString("https://github.com/windward/kites")));
        visitor.browser().head("/paper/1903.90001").then().statusCode(200);
    }

    @Test
    void anIdWithASlashIsFound() {
        visitor.browser().get("/paper/cs/9903001").then().statusCode(200).body(containsString("An Old Id"));
    }

    @Test
    void anUnknownPaperIsNotFound() {
        visitor.browser().get("/paper/none/such").then().statusCode(404).body(containsString("“<bdi>none/such</bdi>”"));
    }

    @Test
    void theFrontPageLeadsToTheNewestDay() {
        var newest = papers.days().get(0).day();
        visitor.browser().get("/").then().body(containsString("href=\"/papers/" + newest + "\""));
    }
}
