package dev.paperround.web;

import static dev.paperround.House.linkIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.paperround.EmptyHouse;
import dev.paperround.subscriber.signup.SignUps;
import dev.paperround.subscriber.signup.StaleCounts;
import dev.paperround.testing.BehindAProxy;
import dev.paperround.testing.LanguageCheck;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(BehindAProxy.class)
class SignUpRateLimitsTest extends EmptyHouse {
    @Inject
    Newcomers newcomers;

    @Inject
    SignUps signUps;

    @Inject
    StaleCounts staleCounts;

    @Test
    void anAddressGetsOneConfirmationADayAndThreeAMonth() {
        var email = "bombed@limits.example";
        assertThat(mailsAfterSignUp(email)).isEqualTo(1);
        assertThat(mailsAfterSignUp(email)).isEqualTo(1);
        for (var day = 1; day <= 5; day++) {
            later(Duration.ofHours(24).plusSeconds(1));
            assertThat(mailsAfterSignUp(email)).isEqualTo(Math.min(day + 1, 3));
        }
        later(Duration.ofDays(29));
        assertThat(mailsAfterSignUp(email)).isEqualTo(4);
    }

    @Test
    void whoGuessesTokensLocksOutTheirOwnNetworkOnly() {
        for (var i = 0; i < 10; i++) {
            bearer("guess-" + i, "203.0.113." + i)
                    .get("/api/admin/sends")
                    .then()
                    .statusCode(401);
        }

        bearer(house.token(), "203.0.113.77")
                .get("/api/admin/sends")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d?"));
        login("203.0.113.78").statusCode(429);
        bearer(house.token(), "198.51.100.7").get("/api/admin/sends").then().statusCode(200);
        login("198.51.100.8").statusCode(303);
        house.admin().get("/api/admin/sends").then().statusCode(200);
    }

    @Test
    void aScriptWithAnOldTokenIsToldSoEachTime() {
        for (var i = 0; i < 20; i++) {
            bearer("the old one", "192.0.2.1").get("/api/admin/sends").then().statusCode(401);
        }
    }

    private static RequestSpecification bearer(String token, String from) {
        return given().header("X-Forwarded-For", from).header("Authorization", "Bearer " + token);
    }

    private ValidatableResponse login(String from) {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-For", from)
                .contentType("application/x-www-form-urlencoded")
                .formParam("token", house.token())
                .post("/admin/login")
                .then();
    }

    @Test
    void theLinkFormIsNoWayRoundThat() {
        mailsAfterSignUp("round@limits.example");
        askForLink("round@limits.example").statusCode(202);
        house.sendLetters();
        assertThat(house.mails("round@limits.example")).hasSize(1);
    }

    @Test
    void whoSaidYesMayComeBackTheSameDay() {
        for (var time = 0; time < 4; time++) {
            house.subscribe("back@limits.example", "robots");
            house.unsubscribe("back@limits.example");
        }
    }

    @Test
    void aSubscriberGetsFiveLettersADayHoweverOftenTheyAreAskedFor() {
        house.subscribe("links@limits.example", "robots");
        for (var time = 0; time < 4; time++) {
            askForLink("links@limits.example").statusCode(202);
            house.signUp(form("links@limits.example")).statusCode(202);
        }
        house.sendLetters();
        assertThat(house.mails("links@limits.example")).hasSize(1 + 5);
    }

    @Test
    void instancesThatLookAtTheSameMomentLetOneLetterThrough() throws Exception {
        var email = "race@limits.example";
        for (var time = 0; time < 8; time++) {
            house.signUp(form(email)).statusCode(202);
        }
        var instances = Executors.newFixedThreadPool(8);
        try {
            var letters = instances.invokeAll(newcomers.requests(email).stream()
                    .<Callable<Boolean>>map(
                            request -> () -> signUps.answer(request).isPresent())
                    .toList());
            var sent = 0;
            for (var letter : letters) {
                sent += letter.get() ? 1 : 0;
            }
            assertThat(sent).isEqualTo(1);
        } finally {
            instances.shutdown();
        }
    }

    @Test
    void aLetterThatIsTriedAgainIsTheSameLetter() {
        house.signUp(form("retry@limits.example")).statusCode(202);

        var first = newcomers.letter("retry@limits.example");

        assertThat(first).isPresent().isEqualTo(newcomers.letter("retry@limits.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.200, 203.0.114.7",
        "2001:db8:7:1::1, 2001:db8:7:ffff::1, 2001:db8:8:1::1",
        // Proxies of ours on the way, and what the caller put in front of them.
        "'198.51.100.1, 203.0.113.7, 10.1.2.3', '198.51.100.2, 203.0.113.8', '203.0.113.7, 198.51.100.9'",
        "'203.0.113.7:4711', '[::ffff:203.0.113.8]:443', unknown",
    })
    void aNetworkGetsSoManyAnHour(String one, String neighbour, String elsewhere) {
        for (var i = 0; i < 3; i++) {
            from(i % 2 == 0 ? one : neighbour, "n" + i + "@limits.example").statusCode(202);
        }
        from(neighbour, "n3@limits.example")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .body("status", equalTo(429));
        from(elsewhere, "n4@limits.example").statusCode(202);
        later(Duration.ofMinutes(20).plusSeconds(1));
        from(one, "n5@limits.example").statusCode(202);
        from(one, "n6@limits.example").statusCode(429);
        assertThat(house.count("select count(*) from mail_request where email like 'n3@%' or email like 'n6@%'"))
                .isZero();
    }

    @Test
    void everyDoorHasTheSameLimit() {
        for (var i = 0; i < 3; i++) {
            from("203.0.113.7", "d" + i + "@limits.example").statusCode(202);
        }
        given().contentType("application/json")
                .header("X-Forwarded-For", "203.0.113.9")
                .body(Map.of("email", "d0@limits.example"))
                .post("/api/subscription/link")
                .then()
                .statusCode(429)
                .contentType("application/problem+json");
        askByForm("en")
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .contentType("text/html")
                .body(allOf(containsString("One moment, please"), containsString("Try again in")));
        var english = Jsoup.parse(askByForm("en").extract().asString());
        for (var language : List.of("de", "zh")) {
            LanguageCheck.nothingInCommon(
                    language,
                    english,
                    Jsoup.parse(askByForm(language).statusCode(429).extract().asString()));
        }
    }

    private static ValidatableResponse askByForm(String language) {
        return new Visitor()
                .form()
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Accept-Language", language)
                .formParam("email", "d0@limits.example")
                .post("/preferences")
                .then();
    }

    @Test
    void aYesIsRecordedWithTheVisitorsNetworkAndNotTheProxys() {
        house.signUp(form("consents@limits.example")).statusCode(202);
        house.sendLetters();
        given().contentType("application/json")
                .header("X-Forwarded-For", "203.0.113.7")
                .body(Map.of("token", linkIn(house.newestMail("consents@limits.example"), "confirm")))
                .post("/api/subscriptions/confirm")
                .then()
                .statusCode(200);
        assertThat(house.count("select count(*) from consent where network = '203.0.113.0/24'"))
                .isEqualTo(1);
    }

    @Test
    void onlyTheNetworkIsKeptAndNotForLong() {
        from("203.0.113.7", "kept@limits.example").statusCode(202);
        from("2001:db8:7:1::1", "kept@limits.example").statusCode(202);
        assertThat(house.count("select count(*) from request_bucket where subject in"
                        + " ('203.0.113.0/24', '2001:db8:7::/48') and name = 'network'"))
                .isEqualTo(2);

        later(Duration.ofHours(1));
        staleCounts.purge();

        assertThat(house.count("select count(*) from request_bucket")).isZero();
    }

    @Test
    void theCountOfAnAddressIsForgottenAfterAMonth() {
        mailsAfterSignUp("month@limits.example");
        later(Duration.ofDays(29));
        staleCounts.purge();
        assertThat(house.count("select count(*) from letter_count")).isEqualTo(1);
        later(Duration.ofDays(1));
        staleCounts.purge();
        assertThat(house.count("select count(*) from letter_count")).isZero();
    }

    @Test
    void aRecipientDomainIsSparedSilently() {
        for (var i = 0; i < 6; i++) {
            house.signUp(form("r" + i + "@one.limits.example")).statusCode(202);
        }
        house.signUp(form("r@two.limits.example")).statusCode(202);
        house.sendLetters();
        assertThat(house.mails("@one.limits.example")).hasSize(4);
        assertThat(house.mails("r@two.limits.example")).hasSize(1);
        assertThat(house.count("select count(*) from subscriber where email like '%@one.limits.example'"))
                .isEqualTo(4);

        later(Duration.ofHours(1));
        assertThat(mailsAfterSignUp("r5@one.limits.example")).isEqualTo(1);
    }

    @Test
    void allTogetherGetSoManyAnHour() {
        for (var i = 0; i < 30; i++) {
            house.signUp(form("all" + i + "@limits" + i + ".example")).statusCode(202);
        }
        house.signUp(form("more@limits.example")).statusCode(429).header("Retry-After", "120");
        given().get("/q/metrics")
                .then()
                .body(allOf(
                        containsString("paperround_limits_hit_total{limit=\"all\"}"),
                        containsString("paperround_signups_total{outcome=\"limited\"}"),
                        containsString("paperround_signups_total{outcome=\"requested\"}")));
    }

    @Test
    void theLinkThatCameByMailReplacesThoseBeforeOnceItIsUsed() {
        var older = house.subscribe("newer@limits.example", "robots");
        askForLink("newer@limits.example").statusCode(202);
        house.owner(older).get("/api/subscription").then().statusCode(200);

        house.sendLetters();

        var newer = linkIn(house.newestMail("newer@limits.example"), "preferences");
        house.owner(newer).get("/api/subscription").then().statusCode(200);
        house.owner(older).get("/api/subscription").then().statusCode(401);
    }

    private int mailsAfterSignUp(String email) {
        house.signUp(form(email)).statusCode(202).body("status", equalTo("CHECK_YOUR_INBOX"));
        house.sendLetters();
        return house.mails(email).size();
    }

    private void later(Duration time) {
        house.setClock(house.now().plus(time).toString());
    }

    private static ValidatableResponse from(String forwardedFor, String email) {
        return given().contentType("application/json")
                .header("X-Forwarded-For", forwardedFor)
                .body(form(email))
                .post("/api/subscriptions")
                .then();
    }

    private static ValidatableResponse askForLink(String email) {
        return given().contentType("application/json")
                .body(Map.of("email", email))
                .post("/api/subscription/link")
                .then();
    }

    private static Map<String, Object> form(String email) {
        return Map.of("email", email, "filters", List.of(Map.of("query", "robots")));
    }
}
