package dev.paperround.web;

import static dev.paperround.House.header;
import static dev.paperround.House.linkIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignUpTest extends EmptyHouse {
    @Test
    void anAddressAndAQueryAreEnough() {
        var token = house.subscribe(form("few@signup.example", "robots"));

        house.owner(token)
                .get("/api/subscription")
                .then()
                .statusCode(200)
                .body("email", equalTo("few@signup.example"))
                .body("state", equalTo("ACTIVE"))
                .body("filters", hasSize(1))
                .body("filters[0].query", equalTo("robots"))
                .body("frequency", equalTo("WEEKDAYS"))
                .body("sendAt", equalTo("08:00"))
                .body("timeZone", equalTo("UTC"))
                .body("maxPapers", equalTo(20));
    }

    @Test
    void theAnswerTellsNothingOfWhoIsKnown() {
        house.signUp(form("pending@signup.example", "robots"));
        house.subscribe(form("active@signup.example", "robots"));
        house.subscribe(form("gone@signup.example", "robots"));
        house.unsubscribe("gone@signup.example");
        house.sendLetters();

        for (var name : List.of("new", "pending", "active", "gone")) {
            var answer = house.signUp(form(name + "@signup.example", "robots"))
                    .statusCode(202)
                    .extract();
            assertThat(answer.body().asString()).isEqualTo("{\"status\":\"CHECK_YOUR_INBOX\"}");
        }
    }

    @Test
    void theConfirmationMailHoldsALinkAndNothingAStrangerWrote() {
        var form = Map.of(
                "email",
                "mail@signup.example",
                "filters",
                List.of(Map.of("name", "BUY PILLS https://bad.example", "query", "pills")));
        given().contentType("application/json")
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .body(form)
                .post("/api/subscriptions")
                .then()
                .statusCode(202);
        house.sendLetters();

        var mail = house.newestMail("mail@signup.example");

        assertThat((String) mail.get("subject")).isEqualTo("Confirm your Paper Round subscription");
        assertThat((String) mail.get("text"))
                .contains("http://localhost:8080/confirm/")
                .doesNotContainIgnoringCase("pills", "evil.example");
        assertThat((String) mail.get("html"))
                .contains("href=\"http://localhost:8080/confirm/" + linkIn(mail, "confirm"))
                .doesNotContainIgnoringCase("pills", "evil.example");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "From")).isEqualTo("Paper Round <digest@localhost>");
    }

    @Test
    void nothingIsActiveBeforeTheConfirmation() {
        house.signUp(form("slow@signup.example", "robots"));
        house.sendLetters();
        var token = linkIn(house.newestMail("slow@signup.example"), "confirm");

        given().get("/confirm/" + token);

        assertThat(house.stateOf("slow@signup.example")).isEqualTo("PENDING");
        house.confirm(token).statusCode(200).body("status", equalTo("ACTIVE")).body("manageToken", not(equalTo(token)));
        assertThat(house.stateOf("slow@signup.example")).isEqualTo("ACTIVE");
    }

    @Test
    void aConfirmationLinkWorksOnceAndForSevenDays() {
        house.signUp(form("once@signup.example", "robots"));
        house.signUp(form("late@signup.example", "robots"));
        house.sendLetters();
        var once = linkIn(house.newestMail("once@signup.example"), "confirm");
        var late = linkIn(house.newestMail("late@signup.example"), "confirm");

        house.confirm(once).statusCode(200);
        house.confirm(once).statusCode(410).contentType("application/problem+json");
        house.setClock(house.now().plus(Duration.ofDays(7)).plusSeconds(2).toString());
        house.confirm(late).statusCode(410);
        assertThat(house.stateOf("late@signup.example")).isEqualTo("PENDING");
    }

    @Test
    void aTokenOfNobodyOrOfAnotherPurposeIsNotFound() {
        var manage = house.subscribe(form("purpose@signup.example", "robots"));
        house.signUp(form("tampered@signup.example", "robots"));
        house.sendLetters();
        var confirm = linkIn(house.newestMail("tampered@signup.example"), "confirm");

        house.confirm(manage).statusCode(404);
        house.confirm(confirm.replaceFirst("\\.c\\.", ".m.")).statusCode(404);
        house.confirm(confirm.substring(0, confirm.length() - 1)).statusCode(404);
        house.confirm("").statusCode(404);
        house.confirm("x".repeat(5000)).statusCode(404);
        house.owner(confirm).get("/api/subscription").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post("/api/subscriptions/confirm")
                .then()
                .statusCode(404);
    }

    @Test
    void whoIsActiveGetsALinkAndNoChange() {
        var token = house.subscribe(form("again@signup.example", "robots"));

        house.signUp(form("AGAIN@signup.example", "cats")).statusCode(202);
        house.sendLetters();

        var mail = house.newestMail("again@signup.example");
        assertThat((String) mail.get("text")).contains("/preferences/").doesNotContain("/confirm/", "cats");
        house.owner(token).get("/api/subscription").then().body("filters[0].query", equalTo("robots"));
        assertThat(house.deliveries("again@signup.example")).isEmpty();
    }

    @Test
    void whoUnsubscribedMaySignUpAgain() {
        house.subscribe(form("back@signup.example", "robots"));
        house.unsubscribe("back@signup.example");

        var token = house.subscribe(form("back@signup.example", "cats"));

        house.owner(token)
                .get("/api/subscription")
                .then()
                .body("state", equalTo("ACTIVE"))
                .body("filters.query", equalTo(List.of("cats")));
    }

    @Test
    void whatIsTypedWithoutALetterChangesNothing() {
        house.signUp(form("change@signup.example", "robots"));
        house.sendLetters();

        var token = house.subscribe(form("change@signup.example", "cats"));

        assertThat(house.mails("change@signup.example")).as("one a day").hasSize(1);
        house.owner(token).get("/api/subscription").then().body("filters.query", equalTo(List.of("robots")));
    }

    @Test
    void whatAStrangerTypesOfSomebodyUnsubscribedWaitsForTheConfirmation() {
        var token = house.subscribe(form("left@signup.example", "robots"));
        house.unsubscribe("left@signup.example");
        var before = stored("left@signup.example");

        house.signUp(form("left@signup.example", "cats")).statusCode(202);
        house.sendLetters();

        assertThat(stored("left@signup.example")).isEqualTo(before).contains("UNSUBSCRIBED", "robots");
        house.owner(token).get("/api/subscription").then().statusCode(200).body("state", equalTo("UNSUBSCRIBED"));
        house.importList("email,queries,frequency,time_zone,send_at\nleft@signup.example,dogs,,,\n")
                .body("updated", equalTo(0))
                .body("rejected", hasSize(1));
        assertThat(stored("left@signup.example")).isEqualTo(before);
        house.confirm(linkIn(house.newestMail("left@signup.example"), "confirm"))
                .statusCode(200);
        assertThat(stored("left@signup.example")).contains("ACTIVE", "cats");
    }

    @Test
    void whatAStrangerTypesOfSomebodySuppressedWaitsForTheConfirmation() {
        house.subscribe(form("bounced@signup.example", "robots"));
        suppress("bounced@signup.example");
        var before = stored("bounced@signup.example");

        house.signUp(form("bounced@signup.example", "cats")).statusCode(202);
        house.sendLetters();

        assertThat(stored("bounced@signup.example")).isEqualTo(before).contains("SUPPRESSED", "robots");
        house.confirm(linkIn(house.newestMail("bounced@signup.example"), "confirm"))
                .statusCode(200);
        assertThat(stored("bounced@signup.example")).contains("ACTIVE", "cats");
    }

    @Test
    void theSettingsConfirmedAreThoseOfTheLinkThatWasPressed() {
        var forms = List.of(
                Map.of(
                        "email", "two@signup.example",
                        "filters", List.of(Map.of("query", "robots")),
                        "timeZone", "Europe/Paris",
                        "language", "de"),
                form("two@signup.example", "cats"));
        var links = new ArrayList<String>();
        for (var form : forms) {
            house.signUp(form).statusCode(202);
            house.sendLetters();
            links.add(linkIn(house.newestMail("two@signup.example"), "confirm"));
            house.setClock(house.now().plus(Duration.ofDays(1)).plusSeconds(1).toString());
        }
        assertThat(links).doesNotHaveDuplicates();

        house.confirm(links.get(0)).statusCode(200);

        assertThat(stored("two@signup.example"))
                .contains("ACTIVE", "robots", "Europe/Paris")
                .doesNotContain("cats");
        house.confirm(links.get(1)).statusCode(410);
        assertThat(house.count("select count(*) from sign_up")).isZero();
    }

    @Test
    void whoUnsubscribesMakesTheLinksOfBeforeWorthless() {
        house.subscribe(form("firm@signup.example", "robots"));
        house.unsubscribe("firm@signup.example");
        house.signUp(form("firm@signup.example", "cats"));
        house.sendLetters();
        var link = linkIn(house.newestMail("firm@signup.example"), "confirm");
        house.confirm(link).statusCode(200);

        house.unsubscribe("firm@signup.example");

        house.confirm(link).statusCode(410);
        assertThat(house.stateOf("firm@signup.example")).isEqualTo("UNSUBSCRIBED");
    }

    private void suppress(String email) {
        house.admin()
                .contentType("application/json")
                .body(Map.of("email", email))
                .post("/api/admin/suppressions")
                .then()
                .statusCode(201);
    }

    /** All that the operator sees of somebody, as one text. */
    private String stored(String email) {
        return house.subscribers(email).get(0).toString();
    }

    private static Map<String, Object> form(String email, String query) {
        return Map.of("email", email, "filters", List.of(Map.of("query", query)));
    }
}
