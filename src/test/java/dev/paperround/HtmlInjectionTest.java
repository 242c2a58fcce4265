package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A paper whose every field, and filters whose every name, try to become a script, wherever they are shown. */
@QuarkusTest
class HtmlInjectionTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final String READER = "o'hare&co=1@hostile.example";

    private static final List<String> ADDRESSES = List.of("href", "src", "action", "formaction", "data", "xlink:href");

    @ConfigProperty(name = "paperround.admin-token")
    String adminToken;

    @ConfigProperty(name = "paperround.base-url")
    String baseUrl;

    @BeforeEach
    void empty() {
        house.setClock("2026-11-18T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>probe()</script>",
                "\"><img src=x onerror=probe()>",
                "' onmouseover='probe()' x='",
                "</title></textarea></style><svg onload=probe()>",
                "<a href=javascript:probe()>gull</a>",
                "javascript:probe()",
                "&lt;script&gt;probe()&lt;/script&gt;",
                "{probe}{#if true}{inject:site.url('/evaluated')}{/if}{cdi:vertx}",
                "]]><script>probe()</script><![CDATA[",
                "\\href{javascript:probe()}{gull} $\\unicode{x3c}script\\unicode{x3e}$",
                "\u2028<mark onclick=probe()>\u200b</mark>",
                "=HYPERLINK(\"https://elsewhere.example\",\"gull\")"
            })
    void hostileTextStaysTextEverywhere(String text) throws Exception {
        house.ingestRows(DAY, rows(text)).statusCode(200);
        house.ingestPage(
                        DAY,
                        "A Page about Gulls " + text + "\n\n" + text
                                + " is what gulls say.\n\n  • 4 authors\n·\nNov 16\n\n")
                .statusCode(200);
        var manage = house.subscribe(
                Map.of("email", READER, "filters", List.of(Map.of("name", shortened(text), "query", "gull"))));
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
        var digest = house.newestMail(READER);

        assertThat(digest.get("html").toString()).contains("Gulls");
        isClean("mail", (String) digest.get("html"));
        Stream.of(
                        "/",
                        "/papers/" + DAY,
                        "/paper/2611.50001",
                        "/search?q=gull",
                        "/preferences/" + manage,
                        "/digest/" + House.linkIn(digest, "digest"),
                        "/unsubscribe/" + House.linkIn(digest, "unsubscribe"),
                        "/inbox",
                        "/inbox/" + digest.get("id"),
                        "/inbox/" + digest.get("id") + "/html")
                .forEach(path -> isClean(path, get(given(), path)));
        typedIntoAddresses(text);
        operatorsPages(text);
        feed(text);
        preview();
        lists();
    }

    @Test
    void whatASourceTellsAtLengthStaysShortAndItsCodeIsLinkedOnlyWhereCodeLives() {
        var long56 = "gull " + "x".repeat(56_000);
        var authors = Collections.nCopies(3, Map.of("name", "A".repeat(9_000)));
        house.ingestRows(
                        DAY,
                        House.rows(
                                told("2611.50001", long56, "https://git.evil.example/gull/code", authors),
                                told("2611.50002", "Gull two", "https://github.com@evil.example/gull/code", authors),
                                told("2611.50003", "Gull three", "http://github.com/gull/three", authors),
                                told("2611.50004", "Gull four", "https://codeberg.org/gull/four", authors)))
                .statusCode(200);
        house.subscribe(READER, "gull");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
        var mail = house.newestMail(READER);

        assertThat(mail.get("html").toString().length()
                        + mail.get("text").toString().length())
                .isLessThan(60_000);
        assertThat(mail.get("html").toString())
                .contains("Code on git.evil.example", "https://github.com/gull/three", "https://codeberg.org/gull/four")
                .doesNotContain("//git.evil.example", "@evil.example", "http://github.com");
        assertThat(mail.get("text").toString())
                .contains("Code on git.evil.example")
                .doesNotContain("//git.evil.example", "@evil.example");
        assertThat(given().get("/api/papers/2611.50001").<String>path("title"))
                .hasSizeLessThan(1_001)
                .endsWith("…");
    }

    private static Map<String, Object> told(String id, String title, String repository, Object authors) {
        var paper = Map.of(
                "id",
                id,
                "title",
                title,
                "summary",
                "gull ".repeat(20_000),
                "githubRepo",
                repository,
                "projectPage",
                "javascript:probe()",
                "ai_keywords",
                Collections.nCopies(500, "k".repeat(5_000)),
                "organization",
                Map.of("name", "O".repeat(9_000)),
                "authors",
                authors);
        return Map.of("paper", paper, "numComments", 0);
    }

    private void typedIntoAddresses(String text) {
        for (var path :
                List.of("/", "/search", "/papers/{text}", "/paper/{text}", "/confirm/{text}", "/preferences/{text}")) {
            var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            var answer = given().accept("text/html")
                    .urlEncodingEnabled(false)
                    .get(path.contains("{text}") ? path.replace("{text}", encoded) : path + "?q=" + encoded);
            isClean(path, answer.asString());
        }
        isClean(
                "sign-up",
                given().accept("text/html")
                        .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                        .formParam("email", text)
                        .formParam("query", text)
                        .formParam("filterName", text)
                        .formParam("timeZone", text)
                        .post("/")
                        .asString());
    }

    private void operatorsPages(String text) {
        var session = Operator.session(adminToken);
        for (var path : List.of("", "/papers", "/bounces", "/tokens")) {
            isClean(path, get(given().cookie("paperround_admin", session), "/admin" + path));
        }
        for (var path : List.of("/subscribers", "/suppressions", "/audit", "/deliveries", "/erase", "/preview")) {
            for (var given : List.of(text, READER)) {
                isClean(
                        path,
                        given().accept("text/html")
                                .cookie("paperround_admin", session)
                                .queryParam("q", given)
                                .queryParam("email", given)
                                .queryParam("day", DAY)
                                .get("/admin" + path)
                                .asString());
            }
        }
        isClean(
                "preview",
                given().cookie("paperround_admin", session)
                        .queryParam("email", READER)
                        .queryParam("day", DAY)
                        .get("/admin/preview/mail")
                        .asString());
    }

    private void feed(String text) throws Exception {
        for (var query : List.of("gull", "gull OR \"" + text.replace("\"", "").replace("\u0000", "") + "\"")) {
            var answer = given().queryParam("q", query).get("/feed.atom");
            if (answer.statusCode() != 200) {
                continue;
            }
            var feed = new SyndFeedInput().build(new StringReader(answer.asString()));
            assertThat(feed.getEntries()).isNotEmpty();
            feed.getEntries().forEach(entry -> {
                isClean("feed", entry.getContents().get(0).getValue());
                assertThat(entry.getLink()).startsWith("http");
            });
        }
    }

    /** Of what the preview marks a page shows the HTML as it comes. */
    private void preview() {
        List<Map<String, String>> highlights = given().queryParam("q", "gull")
                .get("/api/filters/preview")
                .jsonPath()
                .getList("papers.highlights");
        assertThat(highlights).isNotEmpty();
        highlights.stream().flatMap(it -> it.values().stream()).forEach(html -> {
            isClean("highlight", html);
            assertThat(Jsoup.parseBodyFragment(html).body().select("*:not(body):not(mark)"))
                    .isEmpty();
        });
    }

    private void lists() throws Exception {
        for (var path : List.of("/api/admin/subscribers/export", "/api/admin/suppressions/export")) {
            try (var csv = CSVFormat.RFC4180.parse(
                    new StringReader(house.admin().get(path).asString()))) {
                csv.forEach(record -> record.forEach(cell -> assertThat(cell).doesNotMatch("(?s)[=+@\\t\\r-].*")));
            }
        }
    }

    @Test
    void noCellOfAListIsAFormula() throws Exception {
        for (var address : List.of("=1+1@hostile.example", "+1@hostile.example", "-1@hostile.example")) {
            house.importActive(address, "-survey gull");
            house.admin()
                    .contentType("application/json")
                    .body(Map.of("email", address))
                    .post("/api/admin/suppressions")
                    .then()
                    .statusCode(201);
        }
        house.ingestRows(DAY, rows("=1+1")).statusCode(200);

        lists();
        var list = house.admin().get("/api/admin/subscribers/export").asString();
        assertThat(list).contains("'=1+1@hostile.example", "'-survey gull");
    }

    private static String get(RequestSpecification request, String path) {
        return request.accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void isClean(String where, String html) {
        var page = Jsoup.parse(html);
        assertThat(page.select("script:not([src^=/])")).as(where).isEmpty();
        assertThat(page.select("script").eachText()).as(where).allMatch(String::isEmpty);
        assertThat(page.select("svg, object, embed, img, base:not([target=_top]), meta[http-equiv]"))
                .as(where)
                .isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(HtmlInjectionTest::runs))
                .as(where)
                .isEmpty();
        assertThat(html).as(where).doesNotContain(baseUrl + "/evaluated", "io.vertx");
    }

    private static boolean runs(Attribute attribute) {
        var name = attribute.getKey().toLowerCase(Locale.ROOT);
        var value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
        return name.startsWith("on")
                || ADDRESSES.contains(name) && (value.startsWith("javascript:") || value.startsWith("data:"));
    }

    /** A name has a length. */
    private static String shortened(String text) {
        var clean = text.replaceAll("[\\p{Cntrl}\u2028]", "");
        return clean.substring(0, Math.min(40, clean.length()));
    }

    private static String rows(String text) {
        var paper = new JsonObject()
                .put("id", "2611.50001")
                .put("title", "Gulls " + text)
                .put("summary", text + " A gull says " + text)
                .put("ai_summary", text)
                .put("ai_keywords", new JsonArray().add(text).add("gull"))
                .put("authors", new JsonArray().add(new JsonObject().put("name", text)))
                .put("organization", new JsonObject().put("name", text).put("fullname", text))
                .put("publishedAt", "2026-11-16T00:00:00.000Z")
                .put("upvotes", 3)
                .put("githubRepo", text)
                .put("projectPage", "https://elsewhere.example/" + text);
        var second = paper.copy()
                .put("id", text)
                .put("title", "More Gulls " + text)
                .put("githubRepo", "javascript:probe()")
                .put("projectPage", "javascript://elsewhere.example/%0aprobe()");
        return new JsonArray()
                .add(new JsonObject().put("paper", paper).put("thumbnail", text).put("numComments", 1))
                .add(new JsonObject().put("paper", second).put("thumbnail", "javascript:probe()"))
                .encode();
    }
}
