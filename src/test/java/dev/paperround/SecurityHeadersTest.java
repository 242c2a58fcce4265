package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every answer tells a browser, and that no page and no mail loads anything from anywhere else. */
@QuarkusTest
class SecurityHeadersTest extends EmptyHouse {
    private static final String READER = "reader@safe.example";
    private static final String LOADED =
            "script, img, iframe, frame, object, embed, video, audio, source, track, input[src],"
                    + " link[rel=stylesheet], link[rel=icon], link[rel~=preload], link[rel~=prefetch], link[rel~=preconnect],"
                    + " svg image, svg use, [background], [srcset], [ping]";

    @ConfigProperty(name = "paperround.admin-token")
    String adminToken;

    private String session;
    private final Map<String, Response> answers = new LinkedHashMap<>();

    @BeforeEach
    void aHouseWithEverything() {
        house.setClock("2026-11-18T09:00:00Z");
        house.ingestRows("2026-11-18", House.rows(House.row("2611.60001", "Gulls of the Pier", "They shout.", 4)))
                .statusCode(200);
        session = Operator.session(adminToken);
    }

    @Test
    void everyAnswerForbidsWhatItDoesNotNeed() {
        visitEverything();

        answers.forEach((path, answer) -> {
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()", "geolocation=()");
            assertThat(answer.header("Strict-Transport-Security")).as(path).isNull();
            assertThat(answer.headers().getValues("Content-Security-Policy"))
                    .as(path)
                    .hasSize(1);
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("default-src 'none'");
            if (!path.startsWith("/admin")) {
                assertThat(answer.header("Set-Cookie")).as(path).isNull();
            }
            if (isAMailInAFrame(path)) {
                assertThat(answer.header("Content-Security-Policy"))
                        .as(path)
                        .contains("sandbox", "frame-ancestors 'self'")
                        .doesNotContain("script-src", "allow-scripts", "allow-same-origin");
            } else {
                assertThat(answer.header("Content-Security-Policy"))
                        .as(path)
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe", "*", "http:");
            }
        });
        assertThat(answers).hasSizeGreaterThan(45);
    }

    @Test
    void noPageLoadsAnythingFromElsewhere() {
        visitEverything();

        answers.forEach((path, answer) -> {
            if (String.valueOf(answer.contentType()).startsWith("text/html") && !path.startsWith("/q/")) {
                assertThat(foreign(Jsoup.parse(answer.asString()))).as(path).isEmpty();
            }
        });
    }

    @Test
    void noMailLoadsAnythingAtAll() {
        visitEverything();

        var mails = house.mails(READER);
        assertThat(mails).hasSizeGreaterThanOrEqualTo(3);
        mails.forEach(mail -> {
            var html = Jsoup.parse((String) mail.get("html"));
            assertThat(html.select(LOADED)).as(mail.get("subject").toString()).isEmpty();
            assertThat(html.html()).doesNotContain("url(", "@import");
        });
    }

    /** When Quarkus writes another page there, the policy has to be told. */
    @Test
    void theScriptsInThePageOfTheApiBrowserAreThoseLetIn() throws Exception {
        var answer = given().get("/q/swagger-ui/");
        var scripts = Jsoup.parse(answer.asString()).select("script:not([src])");

        assertThat(scripts).isNotEmpty();
        for (var script : scripts) {
            var hash = MessageDigest.getInstance("SHA-256").digest(script.data().getBytes(StandardCharsets.UTF_8));
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
    }

    private static boolean isAMailInAFrame(String path) {
        return path.matches("/inbox/[^/]+/(html|text|source)") || path.startsWith("/admin/preview/mail");
    }

    private static List<String> foreign(Document page) {
        var found = new ArrayList<String>();
        page.select(LOADED).forEach(element -> {
            for (var name : List.of("src", "href", "data", "srcset", "background", "ping", "poster")) {
                var value = element.attr(name);
                if (!value.isEmpty() && (!value.startsWith("/") || value.startsWith("//"))) {
                    found.add(element.outerHtml());
                }
            }
        });
        page.select("[style*=url(]").forEach(it -> found.add(it.outerHtml()));
        page.select("form[action~=^(https?:)?//]").forEach(it -> found.add(it.outerHtml()));
        return found;
    }

    private void visitEverything() {
        var token = house.subscribe(READER, "gull");
        house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));
        house.signUp(Map.of("email", READER, "filters", List.of(Map.of("query", "tern"))));
        house.sendLetters();
        var digest = house.mails(READER).stream()
                .filter(it -> String.valueOf(it.get("text")).contains("/unsubscribe/"))
                .findFirst()
                .orElseThrow();
        var id = house.newestMail(READER).get("id");
        house.importActive("second@safe.example", "gull");
        List.of(
                        "/",
                        "/?q=gull",
                        "/papers",
                        "/papers/2026-11-18",
                        "/papers/2026-11-01",
                        "/paper/2611.60001",
                        "/paper/none")
                .forEach(this::visit);
        List.of(
                        "/search",
                        "/search?q=gull",
                        "/search?q=(",
                        "/check-your-inbox",
                        "/privacy",
                        "/preferences",
                        "/nothing/here")
                .forEach(this::visit);
        List.of("/preferences/" + token, "/preferences/v1.m.1.0.0.AAAA", "/confirm/v1.c.1.0.0.AAAA", "/unsubscribe/x")
                .forEach(this::visit);
        visit("/unsubscribe/" + House.linkIn(digest, "unsubscribe"));
        visit("/digest/" + House.linkIn(digest, "digest"));
        List.of(
                        "/inbox",
                        "/inbox/" + id,
                        "/inbox/" + id + "/html",
                        "/inbox/" + id + "/text",
                        "/inbox/" + id + "/source")
                .forEach(this::visit);
        List.of(
                        "/feed.atom?q=gull",
                        "/robots.txt",
                        "/sitemap.xml",
                        "/paper-round.css",
                        "/paper-round.js",
                        "/paper-round.svg")
                .forEach(this::visit);
        List.of(
                        "/api/papers",
                        "/api/papers?limit=x",
                        "/api/digests",
                        "/api/filters/preview?q=gull",
                        "/api/subscription")
                .forEach(this::visit);
        List.of("/q/health/live", "/q/metrics", "/q/openapi", "/q/swagger-ui/", "/api/nothing")
                .forEach(this::visit);
        List.of(
                        "",
                        "/sends/1",
                        "/papers",
                        "/subscribers",
                        "/deliveries",
                        "/import",
                        "/erase",
                        "/bounces",
                        "/suppressions")
                .forEach(page -> visit("/admin" + page));
        List.of("/preview?email=second@safe.example", "/preview/mail?email=second@safe.example", "/tokens", "/audit")
                .forEach(page -> visit("/admin" + page));
        answers.put("without a session", given().accept("text/html").get("/admin/papers"));
        answers.put("/api/admin/sends", house.admin().get("/api/admin/sends"));
        answers.put("/api/admin/subscribers/export", house.admin().get("/api/admin/subscribers/export"));
        answers.put("without a token", given().get("/api/admin/sends"));
        answers.put(
                "too long",
                given().contentType("application/json")
                        .body(new byte[2_000_000])
                        .post("/api/subscriptions"));
    }

    private void visit(String path) {
        answers.put(
                path,
                given().redirects()
                        .follow(false)
                        .urlEncodingEnabled(false)
                        .accept(path.startsWith("/api") || path.startsWith("/q/") ? "*/*" : "text/html,*/*;q=0.1")
                        .cookie("paperround_admin", session)
                        .get(path.replace("(", "%28")));
    }
}
