package dev.paperround;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public page in a real browser: fit for everybody, light and dark, wide and narrow, small, and without complaint. */
class PagesInBrowserIT {
    private static final int FIRST_VISIT = 100_000;
    private static final String PAPERS = """
            Harbour Lights: Steering Video Diffusion with a Sketch

            A sketch of three lines tells a video diffusion model where the camera goes. We train on harbours and test on streets.

              • 4 authors
            ·
            Nov 16

            How Bees Count to Four with Video Diffusion

            A small network learns to count as bees do, from the same pictures, and makes the same mistakes above four.

              • 1 author
            ·
            Nov 15

            """;

    private static final String OVERFLOW =
            "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private static final String SHIFTS = """
            () => new Promise(done => {
              let shifted = 0;
              new PerformanceObserver(list => { shifted += list.getEntries().length; })
                .observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => done(shifted)));
            })""";

    @TempDir
    static Path directory;

    private static Program program;
    private static Browser browser;
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void aHouseWithPapersAndAReader() throws Exception {
        program = Program.ready(directory, Map.of("PAPERROUND_BASE_URL", "{address}"));
        browser = new Browser();
        ingest("2026-11-17", "text/plain; charset=UTF-8", PAPERS);
        ingest(
                "2026-11-17",
                "application/json",
                House.rows(House.row(
                        "2611.90001", "Barnacle ".repeat(60).strip(), "Unbreakable" + "x".repeat(200) + " text.", 3)));
        ingest("2026-11-18", "text/plain; charset=UTF-8", PAPERS);
        var confirmed = signUp("reader@browser.example", 1);
        var token = confirmed(confirmed);
        RestAssured.given().post(program.address() + "/preferences/" + token + "/digest-now");
        var digest = mail(2);
        PAGES.put("home", "/");
        PAGES.put("home-suggested", "/?q=video+diffusion");
        PAGES.put("papers", "/papers");
        PAGES.put("day", "/papers/2026-11-17");
        PAGES.put("no-day", "/papers/2026-11-15");
        PAGES.put("paper", paper());
        PAGES.put("no-paper", "/paper/none");
        PAGES.put("search", "/search");
        PAGES.put("search-found", "/search?q=video+diffusion");
        PAGES.put("search-wrong", "/search?q=video+(diffusion");
        PAGES.put("search-nothing", "/search?q=submarine");
        PAGES.put("check-your-inbox", "/check-your-inbox");
        PAGES.put("ask-for-link", "/preferences");
        PAGES.put("privacy", "/privacy");
        PAGES.put("preferences", "/preferences/" + token);
        PAGES.put("preferences-foreign", "/preferences/v1.m.1.0.0.AAAA");
        PAGES.put("digest", "/digest/" + House.linkIn(digest, "digest"));
        PAGES.put("unsubscribe", "/unsubscribe/" + House.linkIn(digest, "unsubscribe"));
        PAGES.put("confirm", "/confirm/" + signUp("doubter@browser.example", 3));
        PAGES.put("confirm-spent", "/confirm/" + confirmed);
        PAGES.put("confirm-foreign", "/confirm/v1.c.1.0.0.AAAA");
        PAGES.put("not-found", "/nothing/here");
        PAGES.put("bad-request", "/papers?month=never");
    }

    @AfterAll
    static void close() {
        browser.close();
        program.close();
    }

    @Test
    void noPageHasASeriousBarrierLightOrDark() {
        var barriers = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            PAGES.forEach((name, path) -> {
                visit(path);
                browser.page().locator("details").evaluateAll("all => all.forEach(it => { it.open = true; })");
                picture(name + "-" + scheme.name().toLowerCase());
                new AxeBuilder(browser.page())
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .forEach(rule -> barriers.add(name + " " + scheme + ": " + told(rule)));
            });
        }
        assertThat(barriers).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + " "
                + rule.getNodes().get(0).getHtml();
    }

    @Test
    void noPageIsWiderThanASmallTelephone() {
        browser.page().setViewportSize(320, 640);
        PAGES.forEach((name, path) -> {
            visit(path);
            picture(name + "-320");
            assertThat(browser.page().evaluate(OVERFLOW)).as(name).isEqualTo(false);
        });
        browser.page().setViewportSize(1280, 720);
    }

    @Test
    void aFirstVisitIsSmallAndNothingMovesOnceItIsPainted() {
        PAGES.forEach((name, path) -> {
            var bytes = new ArrayList<Integer>();
            Consumer<Response> count = answer -> bytes.add(answer.body().length);
            browser.page().onResponse(count);
            visit(path);
            browser.page().offResponse(count);
            assertThat(bytes.stream().mapToInt(Integer::intValue).sum())
                    .as(name)
                    .isLessThan(FIRST_VISIT);
            assertThat(browser.page().evaluate(SHIFTS)).as(name).isEqualTo(0);
        });
    }

    @Test
    void aSuggestionIsAddedAndPreviewedAndAWrongQueryExplained() {
        visit("/");
        var page = browser.page();
        page.locator("button[name=suggest]").first().click();
        assertThat(page.locator("#query-0")).not().hasValue("");
        assertThat(page.locator("#preview-0")).containsText("of the last 30 days' 3 papers");
        assertThat(page.locator("#preview-0 mark").first()).isVisible();
        page.locator("#add-filter").click();
        page.locator("#query-1").isVisible();
        page.locator(".filter").nth(1).locator("[name=query]").fill("bees (");
        assertThat(page.locator(".filter").nth(1).locator(".preview .place mark"))
                .hasText("(");
        page.locator(".filter").nth(1).getByText("Remove this filter").click();
        assertThat(page.locator(".filter")).hasCount(1);
        assertThat(page.locator("#query-0")).not().hasValue("");
        assertThat(complaints()).isEmpty();
    }

    /** That a page of another status than 200 was loaded is what a page of this list is for. */
    private static List<String> complaints() {
        return browser.complaints().stream()
                .filter(it -> !it.matches("Failed to load resource: .* status of 4\\d\\d .*"))
                .toList();
    }

    private static void visit(String path) {
        browser.page().navigate(program.address() + path);
    }

    /** With -Dpictures=true, for people to look at. */
    private static void picture(String name) {
        if (Boolean.getBoolean("pictures")) {
            browser.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "pictures", name + ".png")));
        }
    }

    private static String paper() {
        return "/paper/"
                + RestAssured.given()
                        .get(program.address() + "/api/papers?q=bees")
                        .jsonPath()
                        .getString("papers[0].id");
    }

    private static void ingest(String day, String type, String papers) throws Exception {
        admin().contentType(type)
                .body(papers)
                .post("/api/admin/ingest?day=" + day)
                .then()
                .statusCode(200);
    }

    /** The token of the mail's link. */
    private static String signUp(String email, int mails) {
        var filters = List.of(Map.of("query", "video diffusion"), Map.of("name", "Bees", "query", "bee"));
        api().contentType("application/json")
                .body(Map.of("email", email, "filters", filters))
                .post("/api/subscriptions")
                .then()
                .statusCode(202);
        return House.linkIn(mail(mails), "confirm");
    }

    private static String confirmed(String token) {
        return api().contentType("application/json")
                .body(Map.of("token", token))
                .post("/api/subscriptions/confirm")
                .jsonPath()
                .getString("manageToken");
    }

    /** The newest, once there are so many. */
    private static Map<String, Object> mail(int mails) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> api().get("/inbox").jsonPath().getInt("total") == mails);
        var newest = api().get("/inbox").jsonPath().getString("mails[0].id");
        return api().get("/inbox/" + newest).jsonPath().getMap("");
    }

    private static RequestSpecification api() {
        return RestAssured.given().baseUri(program.address()).accept("application/json");
    }

    private static RequestSpecification admin() throws Exception {
        var token = Files.readString(directory.resolve("data/admin-token")).strip();
        return api().header("Authorization", "Bearer " + token);
    }
}
