package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.paperround.testing.InPublic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is different once the program has a public address. */
@QuarkusTest
@TestProfile(InPublic.class)
class BehindHttpsTest {
    private static final String COOKIE = "__Secure-paperround_admin";

    @Inject
    House house;

    @ConfigProperty(name = "paperround.admin-token")
    String token;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/admin", "/api/papers", "/nothing", "/feed.atom", "/q/health/live", "/paper-round.css"})
    void browsersAreToldToComeEncryptedFromNowOn(String path) {
        given().get(path).then().header("Strict-Transport-Security", equalTo("max-age=31536000"));
    }

    @Test
    void theCookieOfASessionNeverTravelsInTheClear() {
        var cookie = login().then().statusCode(303).extract().detailedCookie(COOKIE);

        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        given().cookie(COOKIE, cookie.getValue()).get("/admin/papers").then().statusCode(200);
        given().cookie("paperround_admin", cookie.getValue())
                .get("/admin/papers")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/admin/sends",
        "POST, /api/admin/sends",
        "GET, /api/admin/subscribers/export",
        "GET, /api/admin/audit",
        "POST, /api/admin/tokens",
        "DELETE, /api/admin/subscribers/a@https.example"
    })
    void noDoorIsOpenWithoutAToken(String method, String path) {
        for (var given : new String[] {null, "Bearer ", "Bearer null", "Bearer changeme", "Basic YWRtaW46YWRtaW4="}) {
            RequestSpecification request = given().contentType("application/json");
            if (given != null) {
                request.header("Authorization", given);
            }
            request.request(method, path).then().statusCode(401);
        }
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Origin, https://papers.example.org.elsewhere.example",
        "Origin, http://papers.example.org"
    })
    void noOtherSitesPageChangesAnything(String header, String value) {
        var session = login().cookie(COOKIE);
        for (var page : new String[] {
            "/login",
            "/logout",
            "/sends",
            "/sends/1/pause",
            "/papers/huggingface",
            "/erase",
            "/suppressions",
            "/suppressions/lift",
            "/tokens",
            "/tokens/1/revoke"
        }) {
            given().redirects()
                    .follow(false)
                    .cookie(COOKIE, session)
                    .header(header, value)
                    .contentType("application/x-www-form-urlencoded")
                    .post("/admin" + page)
                    .then()
                    .statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
    void theLocalMailboxAnswersThisMachineAndNoProxy(String header) {
        given().get("/inbox").then().statusCode(200);
        for (var page : new String[] {"/inbox", "/inbox/1", "/inbox/1/html", "/inbox/1/source"}) {
            given().header(header, "192.0.2.7").get(page).then().statusCode(404);
        }
    }

    @Test
    void theHostOfARequestReachesNoLink() {
        house.empty();
        for (var page : new String[] {"/", "/papers", "/sitemap.xml", "/robots.txt", "/feed.atom", "/privacy"}) {
            var answer = given().header("Host", "evil.example")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("Forwarded", "host=evil.example")
                    .get(page);
            assertThat(answer.asString() + answer.headers()).as(page).doesNotContain("evil.example");
        }
        house.subscribe("host@https.example", "gull");
        assertThat(house.newestMail("host@https.example").toString()).contains("https://papers.example.org/confirm/");
    }

    @Test
    void thePrivacyPageNamesWhomToAskAndHowLongThingsAreKept() {
        given().get("/privacy")
                .then()
                .statusCode(200)
                .body(
                        containsString("mailto:a@b.example"),
                        containsString("14 days"),
                        containsString("30 days"),
                        containsString("400 days"));
    }

    private Response login() {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("token", token)
                .post("/admin/login");
    }
}
