package dev.paperround.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HomePageTest {
    private final Visitor visitor = new Visitor();

    @Inject
    Newcomers newcomers;

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
                .body(allOf(containsString("id=\"email-error\""), containsString("At least one filter is needed")));
    }
}
