package dev.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.paperround.EmptyHouse;
import dev.paperround.testing.Guarded;
import dev.paperround.testing.LanguageCheck;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Guarded.class)
class ProofOfWorkTest extends EmptyHouse {
    private final Visitor visitor = new Visitor();

    @Test
    void aProofOpensEachDoorOnce() {
        var proof = solved(challenge());
        signUp(proof).statusCode(202);
        signUp(proof).statusCode(400).body("errors[0].field", equalTo("altcha"));
        askForLink(proof).statusCode(400);
        byForm("/", proof).statusCode(400).body(containsString("once more"));

        askForLink(solved(challenge())).statusCode(202);
        byForm("/", solved(challenge())).statusCode(303);
        byForm("/preferences", solved(challenge())).statusCode(303);
        assertThat(house.count("select count(*) from mail_request")).isEqualTo(4);
    }

    @Test
    void withoutAGoodProofNothingHappens() {
        var challenge = challenge();
        var foreign = challenge.copy().put("signature", "0".repeat(64));
        var longer = challenge.copy().put("salt", challenge.getString("salt") + "&expires=99999999999&");
        for (var proof : List.of(
                "",
                "nonsense",
                "e30=",
                "bnVsbA==",
                "x".repeat(5_000),
                encoded(challenge.copy().put("number", -1)),
                solved(foreign),
                encoded(longer.put("number", 1)))) {
            signUp(proof).statusCode(400).contentType("application/problem+json");
            byForm("/preferences", proof).statusCode(400).contentType("text/html");
        }
        assertThat(house.count("select count(*) from mail_request")).isZero();
        signUp(solved(challenge)).statusCode(202);
    }

    @Test
    void aFormWithOtherFaultsDoesNotSpendTheProof() {
        var proof = solved(challenge());
        house.signUp(Map.of("email", "ada", "filters", List.of(Map.of("query", "a")), "altcha", proof))
                .statusCode(400)
                .body("errors.field", equalTo(List.of("email")));
        signUp(proof).statusCode(202);
    }

    @Test
    void thePagesSayWhatTheBrowserDoes() {
        for (var path : List.of("/", "/preferences")) {
            var page = visitor.page(path);
            assertThat(page.select("form input[name=altcha]")).hasSize(1);
            assertThat(page.select("script[src=/proof.js]")).hasSize(1);
            assertThat(page.select("noscript").text()).contains("needs JavaScript");
        }
    }

    @Test
    void theSumIsSpokenOfInEveryLanguage() {
        for (var path : List.of("/", "/preferences")) {
            for (var language : List.of("de", "zh")) {
                LanguageCheck.nothingInCommon(path + " in " + language, page(path, "en"), page(path, language));
                LanguageCheck.nothingInCommon(path + " in " + language, unproven(path, "en"), unproven(path, language));
            }
        }
    }

    private Document page(String path, String language) {
        return Jsoup.parse(
                visitor.browser().header("Accept-Language", language).get(path).asString());
    }

    private Document unproven(String path, String language) {
        return Jsoup.parse(visitor.form()
                .header("Accept-Language", language)
                .formParam("email", "ada@proof.example")
                .formParam("query", "robots")
                .post(path)
                .then()
                .statusCode(400)
                .extract()
                .asString());
    }

    private static JsonObject challenge() {
        return new JsonObject(given().get("/api/challenge")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString());
    }

    private static String solved(JsonObject challenge) {
        var number = LongStream.rangeClosed(0, challenge.getLong("maxnumber"))
                .filter(it -> sha256(challenge.getString("salt") + it).equals(challenge.getString("challenge")))
                .findFirst()
                .orElseThrow();
        return encoded(challenge.copy().put("number", number));
    }

    private static String encoded(JsonObject solution) {
        solution.remove("maxnumber");
        return Base64.getEncoder().encodeToString(solution.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ValidatableResponse signUp(String proof) {
        return house.signUp(
                Map.of("email", "ada@proof.example", "filters", List.of(Map.of("query", "a")), "altcha", proof));
    }

    private static ValidatableResponse askForLink(String proof) {
        return given().contentType("application/json")
                .body(Map.of("email", "ada@proof.example", "altcha", proof))
                .post("/api/subscription/link")
                .then();
    }

    private ValidatableResponse byForm(String path, String proof) {
        return visitor.form()
                .formParam("email", "ada@proof.example")
                .formParam("query", "robots")
                .formParam("altcha", proof)
                .post(path)
                .then();
    }
}
