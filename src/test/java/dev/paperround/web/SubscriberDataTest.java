package dev.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people can get from their own page: a digest at once, their filters as feeds, and all that is held about them. */
@QuarkusTest
class SubscriberDataTest extends EmptyHouse {
    private final Visitor visitor = new Visitor();

    @BeforeEach
    void papers() {
        house.setClock("2026-11-18T06:00:00Z");
        house.ingestRows(
                        "2026-11-18",
                        House.rows(
                                House.row("2611.83001", "Gulls at Dusk", "They sleep.", 3),
                                House.row("2611.83002", "Piers", "They stand.", 5)))
                .statusCode(200);
    }

    @Test
    void todaysDigestComesAtOnceAndOnceADay() {
        var page = "/preferences/" + house.subscribe("now@own.example", "gull");
        assertThat(visitor.page(page).select("#now button").text()).isEqualTo("Send me today's digest now");

        press(page, "now");
        house.planSends();
        house.deliver();

        assertThat(house.newestMail("now@own.example").get("subject").toString())
                .contains("Gulls at Dusk");
        var after = visitor.page(page + "?done=now");
        assertThat(after.select("[role=status]").text()).startsWith("Your digest is being put together");
        assertThat(after.select("#now button")).isEmpty();
        assertThat(after.select("#now").text()).contains("You requested it at 06:00.");

        press(page, "not-now");
        assertThat(visitor.page(page + "?done=not-now").select("[role=status]").text())
                .contains("once a day");
        assertThat(house.deliveries("now@own.example")).hasSize(1);

        house.setClock("2026-11-19T06:00:00Z");
        press(page, "now");
        house.planSends();
        assertThat(house.deliveries("now@own.example")).hasSize(2);
        assertThat(house.deliveries("now@own.example").get(0).get("state")).isEqualTo("skipped");
    }

    @Test
    void whoUnsubscribedHasNoDigestAtOnce() {
        var page = "/preferences/" + house.subscribe("left@own.example", "gull");
        house.unsubscribe("left@own.example");

        assertThat(visitor.page(page).select("#now")).isEmpty();
        press(page, "not-now");
        house.planSends();
        assertThat(house.deliveries("left@own.example")).isEmpty();
        visitor.form().post("/preferences/v1.m.1.0.0.AAAA/digest-now").then().statusCode(404);
    }

    private void press(String page, String done) {
        visitor.form()
                .post(page + "/digest-now")
                .then()
                .statusCode(303)
                .header("Location", endsWith(page + "?done=" + done));
    }

    @Test
    void everyFilterShowsItsCountAndItsFeed() {
        var page = visitor.page("/preferences/" + house.subscribe("counts@own.example", "gull", "pier OR gull"));

        assertThat(page.select("#preview-0 p").first().text()).isEqualTo("1 of the last 30 days' 2 papers");
        assertThat(page.select("#preview-1 p").first().text()).isEqualTo("2 of the last 30 days' 2 papers");
        assertThat(page.select("#preview-1 a").eachAttr("href"))
                .containsExactly("/search?q=pier+OR+gull", "/feed.atom?q=pier+OR+gull");
    }

    @Test
    void aFilterIsRemovedWithoutJavaScriptAndNotSavedYet() {
        var token = house.subscribe("removes@own.example", "gull", "pier");

        var page = Visitor.read(visitor.form()
                .formParam("query", "gull", "pier", "")
                .formParam("filterName", "", "", "")
                .formParam("remove", "0")
                .post("/preferences/" + token)
                .then()
                .statusCode(200));

        assertThat(page.select("[name=query]").eachAttr("value")).containsExactly("pier", "", "");
        assertThat(page.select("[role=status]").text()).contains("not saved yet");
        house.owner(token).get("/api/subscription").then().body("filters", hasSize(2));
    }

    @Test
    void everythingHeldAboutSomebodyIsTheirs() {
        var token = house.subscribe("data@own.example", "gull");
        house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));
        given().contentType("application/json")
                .body(Map.of("email", "Data@own.example"))
                .post("/api/subscription/link")
                .then()
                .statusCode(202);

        house.owner(token)
                .get("/api/subscription/export")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("subscription.email", equalTo("data@own.example"))
                .body("subscription.state", equalTo("ACTIVE"))
                .body("subscription.confirmedAt", notNullValue())
                .body("subscription.unsubscribedAt", nullValue())
                .body("subscription.preferences.filters[0].query", equalTo("gull"))
                .body("deliveries", hasSize(1))
                .body("deliveries[0].state", equalTo("sent"))
                .body("deliveries[0].papers[0]", equalTo("2611.83001"))
                .body("pendingRequests", hasSize(1))
                .body("pendingRequests[0].kind", equalTo("LINK"));

        var page = visitor.page("/preferences/" + token);
        var download = page.select("a[download]").attr("href");
        visitor.browser()
                .get(download)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment; filename=\"paper-round-data.json\""))
                .header("Cache-Control", "no-store")
                .body("subscription.email", equalTo("data@own.example"));
    }

    @Test
    void theirFileHoldsWhatHappenedToTheAddressAsWell() {
        var token = house.subscribe("whole@own.example", "gull");
        house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));
        house.unsubscribe("whole@own.example");
        house.signUp(Map.of("email", "whole@own.example", "filters", List.of(Map.of("query", "tern"))));
        house.sendLetters();
        house.admin()
                .contentType("application/json")
                .body(Map.of("email", "whole@own.example"))
                .post("/api/admin/suppressions")
                .then()
                .statusCode(201);
        house.sql("insert into bounce (received_at, kind, reference, subscriber_id, suppressed, diagnostic, raw)"
                + " select now(), 'SOFT', 'r', id, false, 'mailbox full', 'To: whole@own.example' from subscriber");

        house.owner(token)
                .get("/api/subscription/export")
                .then()
                .statusCode(200)
                .body("subscription.unsubscribedAt", notNullValue())
                .body("consents.way", equalTo(List.of("SIGNED_UP", "CONFIRMED", "WITHDRAWN")))
                .body("unconfirmedSignUps[0].network", equalTo("127.0.0.0/24"))
                .body("unconfirmedSignUps[0].preferences.filters[0].query", equalTo("tern"))
                .body("suppression.reason", equalTo("OPERATOR"))
                .body("suppression.since", notNullValue())
                .body("bounces[0].diagnostic", equalTo("mailbox full"))
                .body("bounces[0].mail", equalTo("To: whole@own.example"))
                .body("letters.kind", equalTo(List.of("CONFIRM")))
                .body("deliveries[0].smtpCode", equalTo(250))
                .body("deliveries[0].page", containsString("/digest/v1.d."))
                .body("operatorActs.act", equalTo(List.of("suppression-add")));
        assertThat(house.admin().get("/api/admin/subscribers/export").asString())
                .contains("unsubscribed_at,suppression", ",OPERATOR,MONDAY,20,en,SUPPRESSED,");
    }

    @Test
    void nobodyElseGetsIt() {
        given().get("/api/subscription/export")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer");
        visitor.browser().get("/preferences/v1.m.1.0.0.AAAA/export").then().statusCode(404);
    }

    @Test
    void whoIsErasedIsNotKeptAsOneWhomASendWasFor() {
        var token = house.subscribe("forgotten@own.example", "gull");
        press("/preferences/" + token, "now");
        house.planSends();

        house.owner(token).delete("/api/subscription").then().statusCode(204);

        given().spec(house.admin())
                .get("/api/admin/deliveries")
                .then()
                .statusCode(200)
                .body(not(containsString("forgotten@own.example")));
        assertThat(house.count("select count(*) from send where 'forgotten@own.example' = any (audience)"))
                .isZero();
    }
}
