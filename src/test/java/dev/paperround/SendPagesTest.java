package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A send in the browser, from the form to its end. */
@QuarkusTest
class SendPagesTest extends OperatorsPages {
    private static final String DAY = "2026-11-18";

    @Inject
    Jobs jobs;

    @Test
    void aSendIsStartedFollowedAndAccountedFor() {
        house.ingestPage(DAY, Operator.TWO_PAPERS);
        house.subscribe("robots@pages.example", "robots");
        house.subscribe("cooking@pages.example", "cooking");

        var started = startSend(Map.of("day", DAY, "audience", "all", "key", key()));
        started.then().statusCode(303).header("Location", startsWith("/admin/sends/"));
        var page = started.header("Location");
        operator.open(page)
                .body(containsString("data-running"), containsString("planning"), containsString("/admin.js"));
        jobs.planSends();
        house.deliver();

        operator.open(page)
                .body(containsString("robots@pages.example"), containsString("No paper matched"))
                .body(containsString("<progress max=\"1\" value=\"1\""), not(containsString("data-running")));
        operator.open(page + "?state=skipped")
                .body(containsString("cooking@pages.example"), not(containsString("robots@pages.example")));
        operator.open("/admin").body(containsString(page), containsString("done"));
        operator.open("/admin/deliveries?email=cooking%40pages.example")
                .body(containsString("No paper matched the filters."));
        assertThat(house.mails("robots@pages.example")).hasSize(2);
    }

    @Test
    void aSecondClickStartsNothingNewAndAnotherChoiceIsAskedAbout() {
        house.ingestPage(DAY, Operator.TWO_PAPERS);
        var key = key();
        var choice = Map.of("day", DAY, "audience", "named", "emails", "a@pages.example", "key", key);

        assertThat(startSend(choice).header("Location"))
                .isEqualTo(startSend(choice).header("Location"));
        startSend(Map.of("day", DAY, "audience", "all", "key", key))
                .then()
                .statusCode(422)
                .body(containsString("press the button again"), not(containsString(key)));
        house.admin().get("/api/admin/sends").then().body("size()", equalTo(1));
    }

    @Test
    void aDryRunToNamedAddressesSendsNothing() {
        house.ingestPage(DAY, Operator.TWO_PAPERS);
        house.subscribe("dry@pages.example", "robots");
        var started = startSend(Map.of(
                "day", DAY, "audience", "named", "emails", "dry@pages.example\nx@pages.example", "dryRun", "on"));
        jobs.planSends();
        house.deliver();

        operator.open(started.header("Location")).body(containsString("dry run"), containsString("nothing was sent"));
        assertThat(house.mails("dry@pages.example")).hasSize(1);
    }

    @Test
    void aSendThatIsNotMeantClearlyIsNotStarted() {
        startSend(Map.of("day", "18/11/2026", "emails", "kept@pages.example", "force", "on"))
                .then()
                .statusCode(400)
                .body(containsString("“18/11/2026” is not a date"), containsString("Say who gets the mail"))
                .body(containsString("kept@pages.example"), containsString("name=\"force\" checked"));
        startSend(Map.of("day", DAY, "audience", "named", "emails", "good@pages.example, bad@@pages"))
                .then()
                .statusCode(400)
                .body(containsString("“bad@@pages” is not an e-mail address."));
        house.admin().get("/api/admin/sends").then().body("size()", equalTo(0));
        operator.browser().get("/admin/sends/99").then().statusCode(404);
        operator.browser().get("/admin/sends/x").then().statusCode(404);
    }

    @Test
    void beforeAForcedSendThePageShowsWhatWasReceivedToo() {
        house.ingestPage(DAY, Operator.TWO_PAPERS);
        house.subscribe("forced@pages.example", "robots");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
        var form = Map.of("day", DAY, "audience", "all", "preview", "yes");

        startSend(form).then().statusCode(200).body(not(containsString("<iframe")));
        var forced = new HashMap<>(form);
        forced.put("force", "on");
        startSend(forced)
                .then()
                .statusCode(200)
                .body(containsString("Lanterns for Robots"), containsString("&amp;force=on\""));
    }

    @Test
    void aSendIsPausedResumedAndCancelledByItsButtons() {
        house.ingestPage(DAY, Operator.TWO_PAPERS);
        house.subscribe("buttons@pages.example", "robots");
        var page =
                startSend(Map.of("day", DAY, "audience", "all", "key", key())).getHeader("Location");
        page = page.substring(page.indexOf("/admin"));
        house.planSends();

        press(page + "/pause").statusCode(303);
        operator.open(page)
                .body(
                        containsString("Paused by an operator."),
                        containsString(">Resume<"),
                        not(containsString(">Pause<")));
        press(page + "/pause").statusCode(409).body(containsString("paused already"));
        press(page + "/resume").statusCode(303);
        press(page + "/cancel").statusCode(303);
        house.deliver();

        operator.open(page)
                .body(
                        containsString(">cancelled<"),
                        containsString("The send was cancelled."),
                        not(containsString(">Resume<")));
        assertThat(house.mails("buttons@pages.example")).hasSize(1);
    }

    private ValidatableResponse press(String button) {
        return operator.send(button, Map.of()).then();
    }

    private Response startSend(Map<String, String> fields) {
        return operator.send("/admin/sends", fields);
    }

    /** The key of a fresh form. */
    private String key() {
        var field = Pattern.compile("name=\"key\" value=\"([^\"]+)\"")
                .matcher(operator.open("/admin").extract().asString());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }
}
