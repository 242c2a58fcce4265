package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.paperround.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in to the operator's pages, and who does not. */
@QuarkusTest
class AdminLoginTest extends EmptyHouse {
    private static final String COOKIE = "paperround_admin";

    @Inject
    TestClock clock;

    @ConfigProperty(name = "paperround.admin-token")
    String token;

    @Test
    void withoutASessionTheWayInIsALoginForm() {
        given().get("/admin")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("action=\"/admin/login\""), not(containsString("Newest sends")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/sends",
                "/admin/sends/1",
                "/admin/papers",
                "/admin/subscribers",
                "/admin/subscribers/export",
                "/admin/import",
                "/admin/erase",
                "/admin/deliveries",
                "/admin/doctor",
                "/admin/preview",
                "/admin/preview/mail"
            })
    void everyOtherPageAsksForASession(String page) {
        given().redirects()
                .follow(false)
                .get(page)
                .then()
                .statusCode(401)
                .header("Cache-Control", "no-store")
                .body(containsString("action=\"/admin/login\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/sends", "/admin/erase"})
    void noChangeIsMadeWithoutASession(String page) {
        given().contentType("application/x-www-form-urlencoded")
                .formParams(Map.of("email", "nobody@door.example", "audience", "all", "day", "2026-11-18"))
                .post(page)
                .then()
                .statusCode(401)
                .body(containsString("nothing was changed"));
    }

    @Test
    void theTokenStartsASessionOfTwelveHoursThatScriptsCannotRead() {
        var answer = login(token);

        answer.then().statusCode(303).header("Location", "/admin");
        assertThat(answer.header("Set-Cookie"))
                .startsWith(COOKIE + "=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .containsIgnoringCase("Path=/admin")
                .containsIgnoringCase("Max-Age=43200")
                .doesNotContainIgnoringCase("Secure")
                .doesNotContain(token);
        given().cookie(COOKIE, answer.cookie(COOKIE))
                .get("/admin")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Newest sends"));
    }

    @Test
    void aWrongTokenGetsTheFormAgainAndNoSession() {
        var answer = login("not the token");

        answer.then().statusCode(401).body(containsString("This is no token that holds"));
        assertThat(answer.cookie(COOKIE)).isNull();
    }

    @Test
    void afterTheLoginComesThePageAskedForButNeverAnotherSite() {
        assertThat(loginTo("/admin/deliveries?email=ada%40door.example").header("Location"))
                .isEqualTo("/admin/deliveries?email=ada%40door.example");
        assertThat(loginTo("//elsewhere.example/admin").header("Location")).isEqualTo("/admin");
        assertThat(loginTo("https://elsewhere.example/admin").header("Location"))
                .isEqualTo("/admin");
    }

    @Test
    void aTamperedOrExpiredSessionIsNone() {
        var session = login(token).cookie(COOKIE);
        var other = session.startsWith("A") ? "E" : "A";

        withSession(other + session.substring(1)).get("/admin/papers").then().statusCode(401);
        withSession(session.substring(1)).get("/admin/papers").then().statusCode(401);
        withSession("").get("/admin/papers").then().statusCode(401);
        withSession(session).get("/admin/papers").then().statusCode(200);

        clock.set(Instant.now().plus(Duration.ofHours(12)).plusSeconds(5));
        withSession(session).get("/admin/papers").then().statusCode(401);
    }

    @Test
    void signingOutTakesTheCookieBack() {
        var answer = withSession(login(token).cookie(COOKIE))
                .redirects()
                .follow(false)
                .post("/admin/logout");

        answer.then().statusCode(303).header("Location", "/admin");
        assertThat(answer.header("Set-Cookie")).startsWith(COOKIE + "=;").containsIgnoringCase("Max-Age=0");
    }

    @Test
    void postsFromOtherSitesAreRefused() {
        var session = login(token).cookie(COOKIE);
        for (var site : new String[] {"cross-site", "same-site"}) {
            posting(session)
                    .header("Sec-Fetch-Site", site)
                    .post("/admin/erase")
                    .then()
                    .statusCode(403);
        }
        posting(session)
                .header("Origin", "https://elsewhere.example")
                .accept("text/html")
                .post("/admin/erase")
                .then()
                .statusCode(403)
                .contentType(startsWith("text/html"))
                .body(containsString("another site"));
        posting(session).header("Origin", "null").post("/admin/erase").then().statusCode(403);
        given().header("Origin", "https://elsewhere.example")
                .contentType("application/x-www-form-urlencoded")
                .formParam("token", token)
                .post("/admin/login")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("status", equalTo(403));
    }

    @Test
    void postsFromOurOwnPagesAndFromProgramsAreTaken() {
        var session = login(token).cookie(COOKIE);
        var own = "http://localhost:" + RestAssured.port;

        posting(session)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/admin/erase")
                .then()
                .statusCode(404);
        posting(session).header("Origin", own).post("/admin/erase").then().statusCode(404);
        posting(session)
                .header("Origin", "http://localhost:8080")
                .post("/admin/erase")
                .then()
                .statusCode(404);
        posting(session).post("/admin/erase").then().statusCode(404);
    }

    @Test
    void theApiTakesNoCookieAndThePagesNoBearer() {
        withSession(login(token).cookie(COOKIE)).get("/api/admin/sends").then().statusCode(401);
        house.admin().get("/admin/papers").then().statusCode(401);
    }

    @Test
    void afterTenWrongTokensItsNetworkWaitsForAMinuteAtBothDoors() {
        clock.set(Instant.now().plus(Duration.ofDays(2)));
        for (var i = 0; i < 10; i++) {
            login("guess " + i).then().statusCode(401);
        }

        var held = login(token);

        held.then().statusCode(429).body(containsString("Too many wrong tokens"));
        assertThat(Integer.parseInt(held.header("Retry-After"))).isBetween(1, 60);
        house.admin()
                .get("/api/admin/sends")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());
        clock.set(Instant.now().plus(Duration.ofDays(2)).plusSeconds(61));
        login(token).then().statusCode(303);
    }

    private Response login(String given) {
        return form().formParam("token", given).post("/admin/login");
    }

    private Response loginTo(String next) {
        return form().formParam("token", token).formParam("next", next).post("/admin/login");
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false).contentType("application/x-www-form-urlencoded");
    }

    private static RequestSpecification withSession(String session) {
        return given().cookie(COOKIE, session);
    }

    private static RequestSpecification posting(String session) {
        return form().cookie(COOKIE, session)
                .formParam("email", "nobody@door.example")
                .formParam("sure", "on");
    }
}
