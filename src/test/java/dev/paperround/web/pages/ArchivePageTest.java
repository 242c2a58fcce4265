package dev.paperround.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.Papers;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.ingest.PaperIngest;
import dev.paperround.subscriber.token.Links;
import dev.paperround.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArchivePageTest {
    private static final LocalDate MONDAY = LocalDate.of(2019, 3, 4);
    private static final LocalDate THURSDAY = LocalDate.of(2019, 3, 7);

    private final Visitor visitor = new Visitor();

    private static final PaperIngest.Origin NOBODY = new PaperIngest.Origin(0, "test");

    @Inject
    PaperIngest ingest;

    @Inject
    Papers papers;

    @Inject
    Links links;

    @BeforeEach
    void threePapersOnTwoDays() {
        var kites = PaperMetadata.of(it -> {
            it.title = "Kites & $\\alpha$-Stable <Winds>";
            it.abstractText = "We fly \\emph{many} kites.";
            it.authors = List.of("Noor Vance", "Étienne Marchetti");
            it.organization = "Windward Lab";
            it.publishedOn = LocalDate.of(2019, 3, 1);
            it.upvotes = 12;
            it.comments = 1;
            it.summary = "Kites can be flown & counted.";
            it.keywords = List.of("kites", "wind");
            it.githubRepo = "https://github.com/windward/kites";
            it.githubStars = 40;
            it.source = "medrxiv";
            it.doi = "10.1101/2019.03.01";
        });
        ingest.ingest(
                NOBODY,
                MONDAY,
                List.of(
                        new ParsedPaper(0, null, "1903.90001", kites),
                        new ParsedPaper(1, null, null, titled("Bare Bones"))),
                List.of());
        ingest.ingest(
                NOBODY, THURSDAY, List.of(new ParsedPaper(0, null, "cs/9903001", titled("An Old Id"))), List.of());
    }

    private static PaperMetadata titled(String title) {
        return PaperMetadata.of(it -> it.title = title);
    }

    @Test
    void aMonthIsACalendarOfItsDaysWithTheirCounts() {
        var page = visitor.page("/papers?month=2019-03");

        assertThat(page.select("h2").first().text()).isEqualTo("March 2019");
        assertThat(page.select("table.calendar thead th")).hasSize(7);
        assertThat(page.select("table.calendar tbody tr")).hasSize(5);
        assertThat(page.select("table.calendar caption").text()).isEqualTo("3 papers this month");
        assertThat(page.select("table.calendar a").eachAttr("href"))
                .containsExactly("/papers/2019-03-04", "/papers/2019-03-07");
        assertThat(page.select("table.calendar a").eachText()).containsExactly("4 2 papers", "7 1 paper");
        // 1 March 2019 was a Friday.
        assertThat(page.select("table.calendar tbody tr").first().select("td"))
                .extracting(Element::text)
                .containsExactly("", "", "", "", "1", "2", "3");
        assertThat(page.select(".months a[aria-current]").attr("href")).isEqualTo("/papers?month=2019-03");
    }

    @Test
    void aMonthLeadsToTheNearestThatHavePapers() {
        ingest.ingest(
                NOBODY,
                LocalDate.of(2018, 11, 5),
                List.of(new ParsedPaper(0, null, null, titled("Early Frost"))),
                List.of());

        assertThat(visitor.page("/papers?month=2019-03").select("a[rel=prev]").attr("href"))
                .isEqualTo("/papers?month=2018-11");
        assertThat(visitor.page("/papers?month=2018-12").select("a[rel=next]").attr("href"))
                .isEqualTo("/papers?month=2019-03");
        assertThat(visitor.page("/papers?month=2018-12").select("caption").text())
                .isEqualTo("No papers this month");
    }

    @Test
    void theArchiveOpensAtTheNewestMonth() {
        var newest = YearMonth.from(papers.days().get(0).day());

        assertThat(visitor.page("/papers").select("a[aria-current=page]").attr("href"))
                .isEqualTo("/papers?month=" + newest);
    }

    @Test
    void whatIsNoMonthIsToldSo() {
        visitor.browser()
                .queryParam("month", "2019-13")
                .get("/papers")
                .then()
                .statusCode(400)
                .body(containsString("is not a month such as 2026-11"));
    }

    @Test
    void aDayAndAPaperTellOthersWhatTheyAre() {
        var day = visitor.page("/papers/" + MONDAY).head();
        assertThat(day.select("link[rel=canonical]").attr("href")).isEqualTo(links.to("/papers/" + MONDAY));
        assertThat(day.select("meta[property=og:title]").attr("content")).isEqualTo("Papers of Monday, 4 March 2019");
        assertThat(day.select("meta[name=description]").attr("content"))
                .isEqualTo("Kites & α-Stable <Winds>; Bare Bones");

        var paper = visitor.page("/paper/1903.90001").head();
        assertThat(paper.select("link[rel=canonical]").attr("href")).isEqualTo(links.to("/paper/1903.90001"));
        assertThat(paper.select("meta[property=og:url]").attr("content")).isEqualTo(links.to("/paper/1903.90001"));
        assertThat(paper.select("meta[property=og:type]").attr("content")).isEqualTo("article");
        assertThat(paper.select("meta[property=og:title]").attr("content")).isEqualTo("Kites & α-Stable <Winds>");
        assertThat(paper.select("meta[property=og:description]").attr("content"))
                .isEqualTo("Kites can be flown & counted.");
        assertThat(paper.select("meta[name=citation_author]").eachAttr("content"))
                .containsExactly("Noor Vance", "Étienne Marchetti");
        assertThat(paper.select("meta[name=citation_doi]").attr("content")).isEqualTo("10.1101/2019.03.01");
        assertThat(paper.select("meta[name=citation_arxiv_id]").attr("content")).isEqualTo("1903.90001");
    }

    @Test
    void aKeywordLeadsToAllPapersThatHaveIt() {
        var keyword = visitor.page("/paper/1903.90001").select(".keywords a").first();

        assertThat(keyword.text()).isEqualTo("kites");
        assertThat(visitor.page(keyword.attr("href")).select("article h2 a").eachAttr("href"))
                .contains("/paper/1903.90001");
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
                        containsString("Noor Vance</a>, "),
                        containsString("Windward Lab</a> · 1 Mar 2019"),
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
                        containsString("<bdi>medRxiv</bdi>"),
                        containsString("<a href=\"https://doi.org/10.1101/2019.03.01\" rel=\"noopener\">DOI</a>"),
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
