package dev.paperround.web.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.paperround.House;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.web.Newcomers;
import dev.paperround.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreferencesPageTest {
    private final Visitor visitor = new Visitor();

    @Inject
    Newcomers newcomers;

    @Test
    void whoLostTheLinkAsksForAFreshOneThatReplacesIt() {
        var lost = newcomers.subscribed("lost@example.org");

        visitor.browser().get("/preferences").then().statusCode(200).body(containsString("Email me a link"));
        visitor.form()
                .formParam("email", "lost@example.org")
                .post("/preferences")
                .then()
                .statusCode(303)
                .header("Location", is("/check-your-inbox"));
        var fresh = newcomers.path("lost@example.org");
        visitor.page(fresh);
        visitor.page(lost);

        House.bearer(fresh.substring("/preferences/".length()))
                .get("/api/subscription")
                .then()
                .statusCode(200);

        visitor.page(lost, 404);
    }

    @Test
    void aStrangersAddressIsAnsweredTheSame() {
        visitor.form()
                .formParam("email", "stranger@example.org")
                .post("/preferences")
                .then()
                .statusCode(303)
                .header("Location", is("/check-your-inbox"));
        assertThat(newcomers.letter("stranger@example.org")).isEmpty();
    }

    @Test
    void somethingElseThanAnAddressComesBack() {
        visitor.form()
                .formParam("email", "<lost>")
                .post("/preferences")
                .then()
                .statusCode(400)
                .body(allOf(containsString("value=\"&lt;lost&gt;\""), containsString("id=\"email-error\"")));
    }

    @Test
    void thePageShowsEverySetting() {
        visitor.browser()
                .get(newcomers.subscribed("shows@example.org"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(allOf(
                        containsString("shows@example.org"),
                        containsString("name=\"query\" value=\"diffusion\""),
                        containsString("value=\"DAILY\" checked"),
                        containsString("value=\"06:45\""),
                        containsString("<option value=\"Asia/Tokyo\" selected>"),
                        containsString("value=\"7\""),
                        containsString(">Unsubscribe</button>"),
                        not(containsString("Subscribe again"))));
    }

    @Test
    void savingReplacesTheSettings() {
        var page = newcomers.subscribed("saves@example.org");

        visitor.form()
                .formParam("query", "robot", "")
                .formParam("filterName", "Robots", "")
                .formParam("frequency", "WEEKLY")
                .formParam("weekday", "SUNDAY")
                .formParam("sendAt", "21:15")
                .formParam("timeZone", "+05:30")
                .formParam("maxPapers", "3")
                .post(page)
                .then()
                .statusCode(303)
                .header("Location", is(page + "?done=saved"));

        assertThat(newcomers.filters("saves@example.org")).containsExactly("Robots: robot");
        visitor.browser()
                .get(page + "?done=saved")
                .then()
                .body(allOf(
                        containsString("Saved."),
                        containsString("<option value=\"SUNDAY\" selected>"),
                        containsString("<option value=\"+05:30\" selected>")));
    }

    @Test
    void aPauseAndANoteAreSavedAndSomethingElseThanADateComesBack() {
        var page = newcomers.subscribed("pauses@example.org");
        var later = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();

        settings(later).post(page).then().statusCode(303);
        visitor.browser()
                .get(page)
                .then()
                .body(allOf(
                        containsString("name=\"pausedUntil\" value=\"" + later + "\""),
                        containsString("name=\"noteWhenEmpty\" value=\"yes\" checked"),
                        containsString("paused; next digest on")));

        settings("next week")
                .post(page)
                .then()
                .statusCode(400)
                .body(allOf(containsString("id=\"pausedUntil-error\""), containsString("value=\"next week\"")));
        settings("2999-01-01").post(page).then().statusCode(400).body(containsString("A pause ends within a year"));
    }

    private RequestSpecification settings(String pausedUntil) {
        return visitor.form()
                .formParam("query", "robot")
                .formParam("filterName", "")
                .formParam("noteWhenEmpty", "yes")
                .formParam("pausedUntil", pausedUntil);
    }

    @Test
    void aBadFormIsNotSaved() {
        var page = newcomers.subscribed("errs@example.org");

        visitor.form()
                .formParam("query", "-robot")
                .formParam("filterName", "")
                .post(page)
                .then()
                .statusCode(400)
                .header("Cache-Control", "no-store")
                .body(allOf(containsString("value=\"-robot\""), containsString("id=\"query-0-error\"")));
        assertThat(newcomers.filters("errs@example.org")).containsExactly("diffusion: diffusion");
    }

    @Test
    void whoUnsubscribedCanComeBack() {
        var page = newcomers.subscribed("returns@example.org");
        visitor.form().post(newcomers.unsubscribePath("returns@example.org"));

        visitor.browser().get(page).then().body(containsString("Subscribe again"));
        visitor.form().post(page + "/resume").then().statusCode(303).header("Location", is(page + "?done=resumed"));
        assertThat(newcomers.state("returns@example.org")).contains(SubscriberState.ACTIVE);
    }

    @Test
    void erasingAsksTwiceAndLeavesNothing() {
        var page = newcomers.subscribed("erases@example.org");

        visitor.form().post(page + "/erase").then().statusCode(400).body(containsString("Nothing was erased"));
        assertThat(newcomers.state("erases@example.org")).isPresent();

        visitor.form().formParam("sure", "yes").post(page + "/erase").then().statusCode(200);
        assertThat(newcomers.state("erases@example.org")).isEmpty();
        visitor.browser().get(page).then().statusCode(404).body(containsString("Email me a link"));
    }

    @Test
    void aForeignLinkOpensNothing() {
        var page = "/preferences/v1.m.1.0.0.AAAA";
        visitor.browser().get(page).then().statusCode(404).header("Cache-Control", "no-store");
        visitor.form().formParam("query", "robot").post(page).then().statusCode(404);
        visitor.form().post(page + "/resume").then().statusCode(404);
        visitor.form().formParam("sure", "yes").post(page + "/erase").then().statusCode(404);
    }
}
