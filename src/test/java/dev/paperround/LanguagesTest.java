package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.paperround.testing.LanguageCheck;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages and mails in German and Chinese, down to the last word. */
@QuarkusTest
class LanguagesTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final String EMAIL = "reader@languages.example";

    private String token;

    @BeforeEach
    void aReaderWithADigest() {
        house.setClock("2026-11-18T05:00:00Z");
        var paper = House.row("2611.95001", "Robots That Mend Nets", "Robots mend nets by night.", 12);
        house.ingestRows(
                DAY, House.rows(paper, House.row("2611.95002", "Robots That Sort Shells", "Tides and robots.", 1)));
        house.ingestRows("2026-11-17", House.rows(House.row("2611.95003", "Tides", "Of the moon.", 0)));
        token = house.subscribe(Map.of(
                "email", EMAIL, "filters", List.of(Map.of("name", "Robots", "query", "robots")), "maxPapers", 1));
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
    }

    private Map<String, String> pages() {
        var digest = house.newestMail(EMAIL);
        var unsubscribe = "/unsubscribe/" + House.linkIn(digest, "unsubscribe");
        house.signUp(Map.of(
                "email", "new@languages.example", "filters", List.of(Map.of("name", "Robots", "query", "robots"))));
        house.sendLetters();
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/?q=robots");
        pages.put("month", "/papers");
        pages.put("day", "/papers/" + DAY);
        pages.put("no day", "/papers/2026-11-15");
        pages.put("never", "/papers/never");
        pages.put("paper", "/paper/2611.95001");
        pages.put("no paper", "/paper/none");
        pages.put("author", "/author/Okafor");
        pages.put("no author", "/author/Nobody");
        pages.put("no organization", "/organization/Nobody");
        pages.put("search", "/search");
        pages.put("found", "/search?q=robots");
        pages.put("found elsewhere", "/search?q=okafor");
        pages.put("nothing found", "/search?q=submarine");
        pages.put("refused", "/search?q=(robots");
        pages.put("inbox", "/check-your-inbox");
        pages.put("link", "/preferences");
        pages.put("preferences", "/preferences/" + token);
        pages.put("foreign preferences", "/preferences/none");
        pages.put("digest", "/digest/" + House.linkIn(digest, "digest"));
        pages.put("foreign digest", "/digest/none");
        pages.put("unsubscribe", unsubscribe);
        pages.put("foreign unsubscribe", "/unsubscribe/none");
        pages.put("confirm", "/confirm/" + House.linkIn(house.newestMail("new@languages.example"), "confirm"));
        pages.put("foreign confirm", "/confirm/none");
        pages.put("spent confirm", spentConfirmation());
        pages.put("privacy", "/privacy");
        pages.put("not found", "/no/such/page");
        pages.put("bad request", "/papers?month=never");
        return pages;
    }

    @Test
    void noEnglishIsLeftOnAPageInAnotherLanguage() {
        pages().forEach((name, path) -> {
            var english = page(path, "en");
            for (var language : List.of("de", "zh")) {
                LanguageCheck.nothingInCommon(name + " in " + language, english, page(path, language));
            }
        });
    }

    private String spentConfirmation() {
        house.signUp(Map.of("email", "spent@languages.example", "filters", List.of(Map.of("query", "robots"))));
        house.sendLetters();
        var token = House.linkIn(house.newestMail("spent@languages.example"), "confirm");
        house.confirm(token);
        return "/confirm/" + token;
    }

    @Test
    void whatGoesWrongOnOurSideIsExplainedInEveryLanguage() {
        house.sql("alter table paper rename to paper_away");
        try {
            var english = page("/papers/2026-11-18", "en");
            assertThat(english.select("h1").text()).isEqualTo("Something went wrong");
            for (var language : List.of("de", "zh")) {
                LanguageCheck.nothingInCommon(language, english, page("/papers/2026-11-18", language));
            }
        } finally {
            house.sql("alter table paper_away rename to paper");
        }
    }

    @Test
    void aFormThatIsWrongIsExplainedInItsLanguage() {
        for (var path : List.of("/", "/preferences/" + token)) {
            var english = wrongForm(path, "en");
            for (var language : List.of("de", "zh")) {
                LanguageCheck.nothingInCommon(path + " in " + language, english, wrongForm(path, language));
            }
        }
        assertThat(wrongForm("/", "de").text())
                .contains("Diese Klammer wird nie geschlossen. Setz eine ) ans Ende der Gruppe. (bei Zeichen 0)");
    }

    private static Document wrongForm(String path, String language) {
        return Jsoup.parse(in(language)
                .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .formParam("email", "nobody")
                .formParam("query", "(robots", "NOT tides")
                .formParam("filterName", "n".repeat(200), "Tides")
                .formParam("frequency", "SOMETIMES")
                .formParam("weekday", "SOMEDAY")
                .formParam("sendAt", "25:00")
                .formParam("timeZone", "Moon/Crater")
                .formParam("maxPapers", "many")
                .formParam("pausedUntil", "never")
                .post(path)
                .then()
                .statusCode(400)
                .extract()
                .asString());
    }

    @Test
    void aMailHasNoEnglishLeftEither() {
        for (var language : List.of("de", "zh")) {
            house.owner(token)
                    .contentType("application/json")
                    .body(Map.of(
                            "filters",
                            List.of(Map.of("name", "Robots", "query", "robots")),
                            "language",
                            language,
                            "frequency",
                            "WEEKLY",
                            "maxPapers",
                            1))
                    .put("/api/subscription")
                    .then()
                    .statusCode(200)
                    .body("language", equalTo(language));
            var english = house.newestMail(EMAIL);
            house.send(Map.of("day", DAY, "audience", Map.of("all", true), "force", true));
            var mail = house.newestMail(EMAIL);

            LanguageCheck.nothingInCommon(
                    language, Jsoup.parse((String) english.get("html")), Jsoup.parse((String) mail.get("html")));
            assertThat((String) mail.get("subject")).endsWith("Robots That Mend Nets");
        }
        assertThat((String) house.newestMail(EMAIL).get("subject"))
                .isEqualTo("截至11月18日周三的一周：2 篇论文：Robots That Mend Nets");
    }

    @Test
    void aNewcomersMailsAreInTheLanguageOfTheForm() {
        in("de").redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .formParam("email", "neu@languages.example")
                .formParam("query", "robots")
                .formParam("filterName", "")
                .formParam("maxPapers", "20")
                .post("/")
                .then()
                .statusCode(303);
        house.sendLetters();

        var mail = house.newestMail("neu@languages.example");
        assertThat(mail.get("subject")).isEqualTo("Bestätige dein Abo von Paper Round");
        assertThat((String) mail.get("html")).contains("<html lang=\"de\">", "Abo bestätigen");
    }

    @Test
    void theSwitchIsRememberedByACookieAndBeatsTheBrowser() {
        var cookie = in("de").get("/?lang=zh")
                .then()
                .header("Content-Language", equalTo("zh-Hans"))
                .header("Vary", containsString("Accept-Language"))
                .body(containsString("<html lang=\"zh-Hans\">"))
                .extract()
                .header("Set-Cookie");

        assertThat(cookie).contains("language=zh", "Path=/", "SameSite=Lax").containsIgnoringCase("HttpOnly");
        in("de").cookie("language", "zh").get("/papers").then().body(containsString("<html lang=\"zh-Hans\">"));
        in("de").cookie("language", "<tlh>").get("/papers").then().body(containsString("<html lang=\"de\">"));
        in("fr").get("/papers").then().body(containsString("<html lang=\"en\">"));
        var page = page("/search?q=robots&page=1", "de");
        assertThat(page.select(".languages a").eachAttr("href"))
                .containsExactly(
                        "/search?q=robots&page=1&lang=en",
                        "/search?q=robots&page=1&lang=de",
                        "/search?q=robots&page=1&lang=zh");
        assertThat(page.select(".languages a[aria-current]").attr("lang")).isEqualTo("de");
    }

    @Test
    void theLanguageIsChangedAmongThePreferencesAndKept() {
        var preferences = "/preferences/" + token;
        assertThat(page(preferences, "en").select("#language option[selected]").val())
                .isEqualTo("en");
        var answer = save(preferences, "de");
        assertThat(answer).contains("language=de");
        assertThat(save(preferences, "")).isNull();

        house.owner(token).get("/api/subscription").then().body("language", equalTo("de"));
        house.owner(token)
                .get("/api/subscription/export")
                .then()
                .body("subscription.preferences.language", equalTo("de"));
    }

    private static String save(String preferences, String language) {
        return in("en").redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .formParam("query", "robots")
                .formParam("filterName", "Robots")
                .formParam("maxPapers", "20")
                .formParam("language", language)
                .post(preferences)
                .then()
                .statusCode(303)
                .extract()
                .header("Set-Cookie");
    }

    @Test
    void aFeedTellsWhatItIsInTheLanguageOfItsReader() {
        var german = in("de").get("/feed.atom?q=robots")
                .then()
                .header("Content-Language", equalTo("de"))
                .header("Vary", containsString("Accept-Language"))
                .body(containsString("<subtitle>Die Paper des Tages, die zu „robots“ passen</subtitle>"))
                .body(containsString("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\">"))
                .body(containsString("<entry xml:lang=\"en\">"))
                .extract()
                .header("ETag");
        in("en").get("/feed.atom?q=robots")
                .then()
                .header("ETag", not(equalTo(german)))
                .body(containsString("<subtitle>The papers of the day that match “robots”</subtitle>"))
                .body(containsString("<entry>"));
        in("zh").get("/feed.atom").then().body(containsString("<subtitle>每日论文</subtitle>"));
    }

    @Test
    void programsAreAnsweredInEnglish() {
        given().header("Accept-Language", "de")
                .accept("application/json")
                .get("/api/filters/preview?q=(robots")
                .then()
                .statusCode(400)
                .body("detail", containsString("never closed"));
        given().header("Accept-Language", "de")
                .get("/api/filters/preview?q=(robots&lang=de")
                .then()
                .statusCode(400)
                .body("detail", containsString("nie geschlossen"))
                .body("position", equalTo(0));
        house.owner(token)
                .header("Accept-Language", "de")
                .contentType("application/json")
                .body(Map.of("filters", List.of(Map.of("query", "robots")), "language", "tlh"))
                .put("/api/subscription")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("“tlh” is not one of en, de and zh."))
                .body("errors[0]", not(containsString("said")));
    }

    private static Document page(String path, String language) {
        return Jsoup.parse(in(language).urlEncodingEnabled(false).get(path).asString());
    }

    private static RequestSpecification in(String language) {
        return given().accept("text/html").header("Accept-Language", language);
    }
}
