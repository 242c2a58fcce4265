package dev.paperround.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.paperround.House;
import dev.paperround.subscriber.token.Links;
import dev.paperround.web.Newcomers;
import dev.paperround.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HomePageTest {
    private final Visitor visitor = new Visitor();

    @Inject
    Newcomers newcomers;

    @Inject
    House house;

    @Inject
    Links links;

    @Test
    void theFrontPageHasTheFormAndNothingInline() {
        visitor.browser()
                .get("/")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(allOf(
                        containsString("<form id=\"sign-up\""),
                        containsString("id=\"email\""),
                        containsString("id=\"query-0\""),
                        containsString("id=\"query-2\""),
                        containsString("Sign me up"),
                        not(containsString("style=")),
                        not(containsString("<style")),
                        not(containsString("<script>"))));
        visitor.browser().head("/").then().statusCode(200);
    }

    @Test
    void whatPagesLoadIsThere() {
        for (var file : new String[] {"/paper-round.css", "/paper-round.js", "/paper-round.svg"}) {
            visitor.browser().get(file).then().statusCode(200);
        }
    }

    @Test
    void aLinkCanSuggestAQuery() {
        visitor.browser()
                .queryParam("q", "\"world model\" <x>")
                .get("/")
                .then()
                .body(containsString("value=\"&quot;world model&quot; &lt;x&gt;\""));
    }

    @Test
    void aGoodFormAsksForAMailAndLeadsOn() {
        visitor.signsUp("good.form@example.org", "diffusion video")
                .then()
                .statusCode(303)
                .header("Location", is("/check-your-inbox"));

        assertThat(newcomers.requests("good.form@example.org")).hasSize(1);
        assertThat(newcomers.path("good.form@example.org")).startsWith("/confirm/");
        visitor.browser().get("/check-your-inbox").then().statusCode(200).body(containsString("Check your inbox"));
    }

    @Test
    void namesBelongToTheQueriesBesideThem() {
        visitor.form()
                .formParam("email", "pairs@example.org")
                .formParam("query", "", "robot", "agents -survey")
                .formParam("filterName", "", "", "Agents")
                .post("/")
                .then()
                .statusCode(303);

        newcomers.letter("pairs@example.org");
        assertThat(newcomers.filters("pairs@example.org")).containsExactly("robot: robot", "Agents: agents -survey");
    }

    @Test
    void aBadFormComesBackAsTypedWithEachErrorAtItsField() {
        visitor.form()
                .formParam("email", "ada at example.org")
                .formParam("query", "good", "bad \"<b>quote")
                .formParam("filterName", "First & best", "")
                .formParam("frequency", "WEEKLY")
                .formParam("weekday", "FRIDAY")
                .formParam("sendAt", "25:00")
                .formParam("timeZone", "Mars/Base")
                .formParam("maxPapers", "many")
                .post("/")
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("5 things need another look"),
                        containsString("value=\"ada at example.org\""),
                        containsString("id=\"email-error\""),
                        containsString("value=\"First &amp; best\""),
                        containsString("value=\"bad &quot;&lt;b&gt;quote\""),
                        containsString("id=\"query-1-error\""),
                        containsString("<code>bad <mark>&quot;</mark>&lt;b&gt;quote</code>"),
                        containsString("id=\"weekly\" name=\"frequency\" value=\"WEEKLY\" checked"),
                        containsString("<option value=\"FRIDAY\" selected>"),
                        containsString("id=\"sendAt-error\""),
                        containsString("<option value=\"Mars/Base\" selected>"),
                        containsString("“many” is not a whole number"),
                        not(containsString("id=\"query-0-error\""))));
    }

    @Test
    void anEmptyFormIsToldWhatIsMissing() {
        visitor.form()
                .post("/")
                .then()
                .statusCode(400)
                .body(allOf(containsString("id=\"email-error\""), containsString("The day’s trending papers")));
    }

    @Test
    void whatTrendsIsTheSimplestWayAndStandsBesideFilters() {
        var fresh = Visitor.read(visitor.form()
                .formParam("add", "filter")
                .formParam("trending", "yes")
                .post("/")
                .then());
        assertThat(fresh.select("#trending[checked]")).hasSize(1);
        assertThat(fresh.select("label[for=trending]").text()).isEqualTo("The day’s trending papers");

        var filtered = Visitor.read(visitor.form()
                .formParam("query", "robot")
                .formParam("filterName", "")
                .formParam("trending", "yes")
                .formParam("add", "filter")
                .post("/")
                .then());
        assertThat(filtered.select("[name=query]").eachAttr("value")).containsExactly("robot", "", "");
        assertThat(filtered.select("#trending[checked]")).hasSize(1);
        assertThat(filtered.select("label[for=trending]").text()).isEqualTo("… and the day’s trending papers");

        visitor.form()
                .formParam("email", "simple@home.example")
                .post("/")
                .then()
                .statusCode(303);
    }

    @Test
    void oneButtonTakesAHint() {
        var taken = Visitor.read(visitor.form()
                .formParam("query", "rain", "robots or video")
                .formParam("filterName", "", "Films")
                .formParam("hint", "1 robots OR video")
                .post("/")
                .then()
                .statusCode(200));

        assertThat(taken.select("[name=query]").eachAttr("value")).startsWith("rain", "robots OR video");
        assertThat(taken.select("[name=filterName]").eachAttr("value")).startsWith("", "Films");
    }

    @Test
    void aFilterIsAddedAndRemovedWithoutJavaScriptAndNothingIsLost() {
        var typed = visitor.form()
                .formParam("email", "half@")
                .formParam("query", "robot", "sparse \"attention", "video")
                .formParam("filterName", "Robots", "", "Films")
                .formParam("frequency", "DAILY")
                .formParam("timeZone", "Asia/Tokyo");

        var removed =
                Visitor.read(typed.formParam("remove", "1").post("/").then().statusCode(200));
        assertThat(removed.select("[name=query]").eachAttr("value")).containsExactly("robot", "video", "");
        assertThat(removed.select("[name=filterName]").eachAttr("value")).containsExactly("Robots", "Films", "");
        assertThat(removed.select("#email").attr("value")).isEqualTo("half@");
        assertThat(removed.select("#daily[checked], option[value=Asia/Tokyo][selected]"))
                .hasSize(2);
        assertThat(removed.select("[role=alert], .error")).isEmpty();

        var added = Visitor.read(visitor.form()
                .formParam("query", "a1", "b2", "c3")
                .formParam("filterName", "", "", "")
                .formParam("add", "filter")
                .post("/")
                .then()
                .statusCode(200));
        assertThat(added.select("[name=query]").eachAttr("value")).containsExactly("a1", "b2", "c3", "");
    }

    @Test
    void whatTheLastPapersAreAboutIsSuggestedAndOnePressAddsIt() {
        house.empty();
        house.ingestRows(
                        "2026-11-18",
                        House.rows(
                                House.row("2611.81001", "Tidal Memory in Crabs", "Crabs.", 3),
                                House.row("2611.81002", "What Tidal Memory Costs: A Study", "Memory.", 90),
                                House.row("2611.81003", "Learning with Large Models", "Models.", 5),
                                House.row("2611.81004", "Large Models of Learning", "Models.", 5)))
                .statusCode(200);

        var page = visitor.page("/");
        var suggested = page.select("button[name=suggest]");
        assertThat(suggested.eachAttr("value")).containsExactly("\"tidal memory\"");
        assertThat(suggested.text()).isEqualTo("tidal memory 2 papers");

        var added = Visitor.read(visitor.form()
                .formParam("query", "robot")
                .formParam("filterName", "")
                .formParam("suggest", suggested.attr("value"))
                .post("/")
                .then()
                .statusCode(200));
        assertThat(added.select("[name=query]").eachAttr("value")).containsExactly("robot", "\"tidal memory\"", "");
        assertThat(added.select("#preview-1 p").first().text()).isEqualTo("2 of the last 30 days' 4 papers");
        assertThat(added.select("#preview-1 li").first().html()).isEqualTo("<mark>Tidal Memory</mark> in Crabs");
        assertThat(added.select("#preview-1 a").eachAttr("href"))
                .containsExactly("/search?q=%22tidal+memory%22", "/feed.atom?q=%22tidal+memory%22");
    }

    @Test
    void theNewestDigestShowsItsBestPapersFirst() {
        house.empty();
        house.ingestRows("2026-11-17", House.rows(House.row("2611.82000", "Older", "Old.", 500)))
                .statusCode(200);
        house.ingestRows(
                        "2026-11-18",
                        House.rows(
                                House.row("2611.82001", "Third", "C.", 1),
                                House.row("2611.82002", "First <1>", "A.", 90),
                                House.row("2611.82003", "Second", "B.", 5)))
                .statusCode(200);

        var look = visitor.page("/").select(".letter").first();
        assertThat(look.select("h3").eachText()).containsExactly("First <1>", "Second", "Third");
        assertThat(look.select(".subject").text()).isEqualTo("Paper Round 18 Nov 2026 3 papers: First <1>");
        assertThat(look.select(".more a").attr("href")).isEqualTo("/papers/2026-11-18");
    }

    @Test
    void anEmptyArchiveSuggestsNothing() {
        house.empty();
        assertThat(visitor.page("/").select(".suggestions, .letter")).isEmpty();
    }

    @Test
    void theFrontPageTellsOthersWhatItIs() {
        var head = visitor.page("/").head();
        assertThat(head.select("meta[property=og:title]").attr("content")).startsWith("Paper Round");
        assertThat(head.select("link[rel=canonical]").attr("href")).isEqualTo(links.to("/"));
        assertThat(head.select("link[rel=alternate][type=application/atom+xml]").attr("href"))
                .isEqualTo("/feed.atom");
    }
}
