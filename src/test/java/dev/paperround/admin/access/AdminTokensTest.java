package dev.paperround.admin.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of operators: what each opens, how long, and what is kept of it. */
@QuarkusTest
class AdminTokensTest extends EmptyHouse {
    private static final String COOKIE = "paperround_admin";

    @ConfigProperty(name = "paperround.admin-token")
    String ofTheSettings;

    @ParameterizedTest
    @CsvSource({
        "read, GET, /api/admin/sends, 200",
        "read, GET, /api/admin/subscribers, 200",
        "read, POST, /api/admin/sends, 403",
        "read, POST, /api/admin/ingest, 403",
        "read, POST, /api/admin/bounces, 403",
        "read, POST, /api/admin/subscribers/import, 403",
        "read, DELETE, /api/admin/subscribers/a@tokens.example, 403",
        "read, GET, /api/admin/audit, 403",
        "read, GET, /api/admin/tokens, 403",
        "send, GET, /api/admin/sends, 200",
        "send, POST, /api/admin/sends, 400",
        "send, POST, /api/admin/sends/7/pause, 404",
        "send, DELETE, /api/admin/suppressions/a@tokens.example, 403",
        "send, POST, /api/admin/subscribers/import, 403",
        "send, POST, /api/admin/tokens, 403",
        "manage, POST, /api/admin/sends, 400",
        "manage, DELETE, /api/admin/subscribers/a@tokens.example, 404",
        "manage, GET, /api/admin/audit, 200",
        "manage, GET, /api/admin/tokens, 200"
    })
    void aTokenReachesAsFarAsItsScope(String scope, String method, String path, int status) {
        call(house.adminToken(name(), scope), method, path).statusCode(status);
    }

    @Test
    void whatIsOutOfReachNamesTheScopeItNeeds() {
        var token = house.adminToken(name(), "read");

        call(token, "POST", "/api/admin/sends")
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("scope send"));
        call(token, "GET", "/api/admin/audit").statusCode(403).body("detail", containsString("scope manage"));
    }

    @Test
    void theTokenOfTheSettingsReachesEverywhere() {
        for (var path : new String[] {"sends", "subscribers", "audit", "tokens"}) {
            call(ofTheSettings, "GET", "/api/admin/" + path).statusCode(200);
        }
    }

    @Test
    void aTokenIsShownOnceAndOnlyItsHashIsKept() {
        var name = name();
        var token = house.adminToken(name, "read");

        assertThat(token).matches("pr_[0-9a-z]+_[A-Za-z0-9_-]{43}");
        var list = house.admin().get("/api/admin/tokens").then().statusCode(200).extract();
        assertThat(list.asString()).contains(name).doesNotContain(token.substring(token.length() - 43));
        assertThat(house.count("select count(*) from admin_token t where position('"
                        + token.substring(token.length() - 43) + "' in t::text) > 0"))
                .isZero();
        assertThat(house.count("select length(hash) from admin_token where name = '" + name + "'"))
                .isEqualTo(32);
    }

    @Test
    void aRevokedTokenOpensNothingAndItsSessionsEnd() {
        var name = name();
        var token = house.adminToken(name, "manage");
        var session = login(token).then().statusCode(303).extract().cookie(COOKIE);
        withSession(session).get("/admin/tokens").then().statusCode(200);

        revoke(name);

        call(token, "GET", "/api/admin/sends").statusCode(401);
        withSession(session).get("/admin/tokens").then().statusCode(401);
        login(token).then().statusCode(401);
    }

    @Test
    void anExpiredTokenOpensNothingAndItsSessionsEnd() {
        var made = house.admin()
                .contentType("application/json")
                .body(Map.of("name", name(), "scope", "read", "expiresInDays", 1))
                .post("/api/admin/tokens")
                .then()
                .statusCode(201)
                .extract();
        String token = made.path("token");
        house.clock().set(Instant.now().plus(Duration.ofHours(23)));
        var session = login(token).then().statusCode(303).extract().cookie(COOKIE);
        withSession(session).get("/admin/papers").then().statusCode(200);

        house.clock().set(Instant.now().plus(Duration.ofHours(25)));

        call(token, "GET", "/api/admin/sends").statusCode(401);
        withSession(session).get("/admin/papers").then().statusCode(401);
    }

    @Test
    void anotherTokenInTheSettingsEndsTheSessionsOfTheOneBefore() {
        var session = login(ofTheSettings).then().statusCode(303).extract().cookie(COOKIE);
        withSession(session).get("/admin/papers").then().statusCode(200);

        house.sql("update admin_session set token_hash = sha256('the one before') where token_id is null");

        withSession(session).get("/admin/papers").then().statusCode(401);
    }

    @Test
    void whoSignsOutIsOutAlsoWithACopyOfTheCookie() {
        var session = login(ofTheSettings).then().statusCode(303).extract().cookie(COOKIE);

        withSession(session)
                .redirects()
                .follow(false)
                .post("/admin/logout")
                .then()
                .statusCode(303);

        withSession(session).get("/admin/papers").then().statusCode(401);
        assertThat(house.count("select count(*) from admin_session s where position('" + session + "' in s::text) > 0"))
                .isZero();
    }

    @Test
    void aSessionReachesAsFarAsItsToken() {
        var session = login(house.adminToken(name(), "read")).cookie(COOKIE);

        withSession(session).get("/admin/papers").then().statusCode(200);
        withSession(session).get("/admin/audit").then().statusCode(403);
        withSession(session)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded")
                .formParam("email", "a@tokens.example")
                .formParam("sure", "on")
                .post("/admin/erase")
                .then()
                .statusCode(403)
                .body(containsString("this needs manage"));
    }

    @Test
    void whenATokenWasLastUsedIsTold() {
        var name = name();
        var token = house.adminToken(name, "read");
        var path = "find { it.name == '" + name + "' }.lastUsedAt";
        house.admin().get("/api/admin/tokens").then().body(path, nullValue());

        call(token, "GET", "/api/admin/sends").statusCode(200);

        house.admin().get("/api/admin/tokens").then().body(path, not(nullValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scope\":\"read\"}",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"scope\":\"root\"}",
                "{\"name\":\"x\",\"scope\":\"read\",\"expiresInDays\":0}",
                "{\"name\":\"paperround_admin_token\",\"scope\":\"read\"}"
            })
    void aTokenThatMakesNoSenseIsRefused(String body) {
        house.admin()
                .contentType("application/json")
                .body(body)
                .post("/api/admin/tokens")
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(1));
    }

    @Test
    void noTwoTokensHaveOneName() {
        var name = name();
        house.adminToken(name, "read");

        house.admin()
                .contentType("application/json")
                .body(Map.of("name", name.toUpperCase(), "scope", "manage"))
                .post("/api/admin/tokens")
                .then()
                .statusCode(409);
        revoke(name);
        house.adminToken(name, "read");
    }

    @Test
    void thePageMakesShowsOnceAndRevokes() {
        var session = login(ofTheSettings).cookie(COOKIE);
        var name = name();

        var page = form(session)
                .formParam("name", name)
                .formParam("scope", "send")
                .formParam("days", "30")
                .post("/admin/tokens")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        var token = Jsoup.parse(page).select("code.secret").text();
        call(token, "POST", "/api/admin/sends").statusCode(400);
        var again = Jsoup.parse(withSession(session).get("/admin/tokens").asString());
        assertThat(again.select("code.secret")).isEmpty();

        var revoke = again.select("tr:contains(" + name + ") form").attr("action");
        form(session).post(revoke).then().statusCode(200).body(containsString("The token " + name + " is revoked."));
        form(session).post(revoke).then().statusCode(404);
        call(token, "GET", "/api/admin/sends").statusCode(401);
        form(session)
                .formParam("name", "")
                .formParam("days", "soon")
                .post("/admin/tokens")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pr_1_",
                "pr_zzzzzzzzzzzz_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pr_1_x",
                "\u00e9",
                "' or 1"
            })
    void whatIsNoTokenOpensNothing(String given) {
        call(given, "GET", "/api/admin/sends").statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void withATokenChangedInOneCharacterNobodyGetsIn() {
        var token = house.adminToken(name(), "read");
        var last = token.charAt(token.length() - 2) == 'A' ? 'B' : 'A';

        call(
                        token.substring(0, token.length() - 2) + last + token.substring(token.length() - 1),
                        "GET",
                        "/api/admin/sends")
                .statusCode(401);
    }

    @Test
    void whoeverIsListedAsTheMakerIsTheOneWhoMadeIt() {
        var maker = name();
        var made = name();
        House.bearer(house.adminToken(maker, "manage"))
                .contentType("application/json")
                .body(Map.of("name", made, "scope", "read"))
                .post("/api/admin/tokens")
                .then()
                .statusCode(201)
                .body("createdBy", equalTo(maker));
        house.admin().get("/api/admin/tokens").then().body("name", hasItem(made));
    }

    private void revoke(String name) {
        int id = house.admin()
                .get("/api/admin/tokens")
                .then()
                .extract()
                .path("find { it.name == '" + name + "' && it.revokedAt == null }.id");
        house.admin().delete("/api/admin/tokens/" + id).then().statusCode(204);
        house.admin().delete("/api/admin/tokens/" + id).then().statusCode(404);
    }

    private static String name() {
        return "script " + UUID.randomUUID();
    }

    private static ValidatableResponse call(String token, String method, String path) {
        var request = given().header("Authorization", "Bearer " + token);
        if (method.equals("POST")) {
            var type = path.endsWith("import")
                    ? "text/csv"
                    : path.endsWith("bounces") ? "message/rfc822" : "application/json";
            request.contentType(type).body((type.endsWith("json") ? "{}" : "x").getBytes(StandardCharsets.US_ASCII));
        }
        return request.request(method, path).then();
    }

    private static Response login(String token) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("token", token)
                .post("/admin/login");
    }

    private static RequestSpecification withSession(String session) {
        return given().cookie(COOKIE, session);
    }

    private static RequestSpecification form(String session) {
        return withSession(session).contentType("application/x-www-form-urlencoded");
    }
}
