package dev.paperround.web;

import static dev.paperround.House.linkIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.testing.BehindAProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** Signed links, good and bad, at every door. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class SignedLinksTest extends EmptyHouse {
    private static final List<String> DOORS = List.of("confirm", "preferences", "unsubscribe", "digest");

    private static final List<String> SPOILT =
            List.of("tampered", "cut", "longer", "empty signature", "another version", "another key", "capitals");

    private final Visitor visitor = new Visitor();

    /** One good token for each door. */
    private Map<String, String> tokens() {
        house.empty();
        house.ingestRows("2026-11-18", House.rows(House.row("2611.77001", "Robots at Sea", "Robots.", 3)))
                .statusCode(200);
        var manage = house.subscribe("linked@links.example", "robots");
        house.signUp(Map.of("email", "pending@links.example", "filters", List.of(Map.of("query", "robots"))));
        house.sendLetters();
        house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));
        return Map.of(
                "confirm", linkIn(house.newestMail("pending@links.example"), "confirm"),
                "preferences", manage,
                "unsubscribe", linkIn(house.newestMail("linked@links.example"), "unsubscribe"),
                "digest", linkIn(house.newestMail("linked@links.example"), "digest"));
    }

    @Test
    void aGoodLinkOpensItsOwnDoorOnly() {
        var tokens = tokens();
        tokens.forEach((own, token) -> {
            for (var door : DOORS) {
                assertThat(visitor.browser().get("/" + door + "/" + token).statusCode())
                        .as("%s at %s", own, door)
                        .isEqualTo(door.equals(own) ? 200 : 404);
                if (!door.equals(own) && !door.equals("digest")) {
                    assertThat(visitor.form().post("/" + door + "/" + token).statusCode())
                            .isEqualTo(404);
                }
            }
            assertThat(house.owner(token).get("/api/subscription").statusCode())
                    .isEqualTo(own.equals("preferences") ? 200 : 401);
            if (!own.equals("confirm")) {
                house.confirm(token).statusCode(404);
            }
        });
        assertThat(states()).isEqualTo(1);
    }

    @Test
    void aBadLinkOpensNothingAndTheAnswerGivesNoHint() {
        tokens().forEach((door, token) -> {
            var nonsense = visitor.browser().get("/" + door + "/x").body().asString();
            for (var how : SPOILT) {
                var bad = "/" + door + "/" + spoilt(how, token);
                var answer = visitor.browser().get(bad);
                assertThat(answer.statusCode()).as("%s, %s", door, how).isEqualTo(404);
                assertThat(answer.body().asString().replace(bad, "/" + door + "/x"))
                        .as("but for its own address, in the choice of languages")
                        .isEqualTo(nonsense);
                if (!door.equals("digest")) {
                    assertThat(visitor.form().post(bad).statusCode()).isEqualTo(404);
                }
            }
        });
        assertThat(states()).isEqualTo(1);
    }

    private static String spoilt(String how, String token) {
        var signature = token.lastIndexOf('.') + 1;
        var parts = token.split("\\.");
        return switch (how) {
            case "tampered" ->
                token.substring(0, signature)
                        + (token.charAt(signature) == 'A' ? 'B' : 'A')
                        + token.substring(signature + 1);
            case "cut" -> token.substring(0, token.length() - 1);
            case "longer" -> token + "A";
            case "empty signature" -> token.substring(0, signature);
            case "another version" ->
                String.join(".", parts[0], parts[1], parts[2], parts[3] + "1", parts[4], parts[5]);
            case "another key" -> signed(token.substring(0, signature - 1), "a secret of somebody else");
            default -> token.toUpperCase(Locale.ROOT);
        };
    }

    private static String signed(String body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return body + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void lookingChangesNothingWhoeverLooksAndHoweverOften() {
        var tokens = tokens();
        var before = everything();
        tokens.forEach((door, token) -> {
            for (var path : List.of("/" + door + "/" + token, "/" + door + "/" + token + "?done=saved")) {
                for (var method : List.of("GET", "HEAD", "OPTIONS", "GET")) {
                    visitor.browser().header("Sec-Purpose", "prefetch").request(method, path);
                }
            }
        });
        for (var page : List.of("resume", "digest-now", "erase")) {
            for (var method : List.of("GET", "HEAD", "OPTIONS")) {
                visitor.browser().request(method, "/preferences/" + tokens.get("preferences") + "/" + page);
            }
        }
        visitor.browser().get("/preferences/" + tokens.get("preferences") + "/export");
        house.owner(tokens.get("preferences")).head("/api/subscription");
        house.owner(tokens.get("preferences")).options("/api/subscription");
        house.owner(tokens.get("preferences")).get("/api/subscription/export");
        given().get("/api/subscriptions/confirm?token=" + tokens.get("confirm"));
        assertThat(everything()).isEqualTo(before);
    }

    /** The tables that links lead to, as one text. */
    private List<Long> everything() {
        return List.of("subscriber", "filter", "delivery", "send", "suppression", "mail_request", "letter_count")
                .stream()
                .map(table -> house.count("select coalesce(sum(hashtext(t::text)::bigint), 0) from " + table + " t"))
                .toList();
    }

    @Test
    void aConfirmationIsGoodForSevenDaysAndOnce() {
        var late = tokens().get("confirm");
        house.setClock(house.now().plus(Duration.ofDays(7)).plusSeconds(1).toString());
        assertThat(visitor.browser().get("/confirm/" + late).statusCode()).isEqualTo(410);
        assertThat(visitor.form().post("/confirm/" + late).statusCode()).isEqualTo(410);

        var once = tokens().get("confirm");
        assertThat(visitor.form().post("/confirm/" + once).statusCode()).isEqualTo(200);
        assertThat(visitor.form().post("/confirm/" + once).statusCode()).isEqualTo(410);
        house.confirm(once).statusCode(410);
    }

    @Test
    void whatUnsubscribesLasts() {
        var token = tokens().get("unsubscribe");
        house.setClock(house.now().plus(Duration.ofDays(3650)).toString());
        assertThat(visitor.form().post("/unsubscribe/" + token).statusCode()).isEqualTo(200);
        assertThat(visitor.form().post("/unsubscribe/" + token).statusCode()).isEqualTo(200);
    }

    @Test
    void erasingRevokesEveryLinkAndUnsubscribingStillAnswersTheSame() {
        var tokens = tokens();
        var before = visitor.form().post("/unsubscribe/" + tokens.get("unsubscribe"));
        house.owner(tokens.get("preferences"))
                .delete("/api/subscription")
                .then()
                .statusCode(204);

        for (var door : List.of("preferences", "digest")) {
            assertThat(visitor.browser()
                            .get("/" + door + "/" + tokens.get(door))
                            .statusCode())
                    .isEqualTo(404);
        }
        var after = visitor.form().post("/unsubscribe/" + tokens.get("unsubscribe"));
        assertThat(after.statusCode()).isEqualTo(before.statusCode());
        assertThat(after.body().asString()).isEqualTo(before.body().asString());
    }

    @Test
    void linksOfBeforeTheSecretWasChangedStillOpen() {
        tokens().forEach((door, token) -> {
            var body = token.substring(0, token.lastIndexOf('.'));
            assertThat(visitor.browser()
                            .get("/" + door + "/" + signed(body, BehindAProxy.OLDER_SECRET))
                            .statusCode())
                    .as(door)
                    .isEqualTo(200);
        });
    }

    @Test
    void noHostOfARequestReachesALink() {
        tokens();
        for (var path : List.of(
                "/", "/feed.atom?q=robots", "/sitemap.xml", "/robots.txt", "/papers/2026-11-18", "/search?q=robots")) {
            var answer = misled().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body().asString() + answer.headers()).doesNotContain("evil.example");
        }
        misled().contentType("application/json")
                .body(Map.of("email", "misled@links.example", "filters", List.of(Map.of("query", "robots"))))
                .post("/api/subscriptions")
                .then()
                .statusCode(202);
        house.sendLetters();
        assertThat(house.newestMail("misled@links.example").toString())
                .contains("http://localhost:8080/confirm/")
                .doesNotContain("evil.example");
        assertThat(misled().contentType("application/x-www-form-urlencoded")
                        .formParam("email", "misled@links.example")
                        .post("/preferences")
                        .header("Location"))
                .doesNotContain("evil.example");
    }

    private static RequestSpecification misled() {
        return given().redirects()
                .follow(false)
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil.example")
                .header("Forwarded", "host=evil.example;proto=https");
    }

    @Test
    void tokensAreInNoLogNoMetricAndNoReferrer() {
        var seen = new ArrayList<String>();
        var handler = recorder(seen);
        Logger.getLogger("").addHandler(handler);
        try {
            var tokens = tokens();
            tokens.forEach((door, token) -> {
                for (var path : List.of(
                        "/" + door + "/" + token,
                        "/" + door + "/" + token + "/",
                        "/" + door + "/" + token + "/nothing",
                        "/" + door + "/" + spoilt("cut", token),
                        "/nothing/" + token)) {
                    secretive(visitor.browser().get(path));
                    secretive(visitor.form().post(path));
                    secretive(visitor.browser().put(path));
                }
                house.confirm(token);
                house.owner(token).body("{").put("/api/subscription");
            });
            visitor.browser().options("/made/up/by/anybody");
            visitor.browser().put("/paper/made-up-too");
            var metrics = given().get("/q/metrics").asString();
            assertThat(seen).anyMatch(line -> line.contains("/api/subscriptions"));
            assertThat(metrics).doesNotContain("anybody", "made-up-too").contains("uri=\"/confirm/{token}\"");
            tokens.values().forEach(token -> {
                assertThat(metrics).doesNotContain(token);
                assertThat(seen).noneMatch(line -> line.contains(token.substring(0, token.length() - 1)));
            });
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }

    private static void secretive(Response answer) {
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    private static Handler recorder(List<String> seen) {
        var formatter = new PatternFormatter("%c %s%e");
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                    synchronized (seen) {
                        seen.add(formatter.format(ExtLogRecord.wrap(line)));
                    }
                }
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private long states() {
        return house.count("select count(*) from subscriber where state = 'ACTIVE'");
    }
}
