package dev.paperround;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public page in a real browser: fit for everybody, light and dark, wide and narrow, small, and without complaint. */
class PublicPagesInBrowserIT {
    private static final int FIRST_VISIT = 100_000;
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

    private static PopulatedProgram house;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        house = new PopulatedProgram(directory);
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    @Test
    void noPageHasASeriousBarrierLightOrDarkInEnglishOrGerman() {
        var barriers = new ArrayList<String>();
        for (var language : List.of("en", "de")) {
            visit("/?lang=" + language);
            house.pages().forEach((name, path) -> barriers.addAll(barriers(name + " in " + language, path)));
        }
        assertThat(barriers).isEmpty();
        assertThat(browser.complaintsBesidesRefusals()).isEmpty();
        visit("/?lang=en");
    }

    @Test
    void noPageOfTheOperatorHasASeriousBarrier() throws Exception {
        browser.signIn(house);
        var barriers = new ArrayList<String>();
        house.adminPages().forEach((name, path) -> barriers.addAll(barriers(name, path)));

        assertThat(barriers).isEmpty();
        assertThat(browser.complaintsBesidesRefusals()).isEmpty();
    }

    private static List<String> barriers(String name, String path) {
        var barriers = new ArrayList<String>();
        visit(path);
        browser.page().locator("details").evaluateAll("all => all.forEach(it => { it.open = true; })");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            new AxeBuilder(browser.page())
                    .setLegacyMode(true)
                    .options(onlyBarriers())
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                    .analyze()
                    .getViolations()
                    .forEach(rule -> barriers.add(name + " " + scheme + ": " + told(rule)));
        }
        return barriers;
    }

    /** Of what is well it would otherwise tell every element. */
    private static AxeRunOptions onlyBarriers() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String told(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + " "
                + rule.getNodes().get(0).getHtml();
    }

    @Test
    void noPageIsWiderThanASmallTelephone() {
        browser.page().setViewportSize(320, 640);
        for (var language : List.of("de", "zh", "en")) {
            visit("/?lang=" + language);
            house.pages().forEach((name, path) -> {
                visit(path);
                assertThat(browser.page().evaluate(OVERFLOW))
                        .as(name + " in " + language)
                        .isEqualTo(false);
            });
        }
        browser.page().setViewportSize(1280, 720);
    }

    @Test
    void aFirstVisitIsSmallAndNothingMovesOnceItIsPainted() {
        house.pages().forEach((name, path) -> {
            // A late answer to the page before could not be read any more.
            browser.page().waitForLoadState(LoadState.NETWORKIDLE);
            var answers = new ArrayList<Response>();
            Consumer<Response> take = answers::add;
            browser.page().onResponse(take);
            visit(path);
            browser.page().offResponse(take);
            // Not before the page is loaded: a body that is still on its way cannot be read.
            assertThat(answers.stream().mapToInt(it -> it.body().length).sum())
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
        assertThat(browser.complaintsBesidesRefusals()).isEmpty();
    }

    private static void visit(String path) {
        browser.page().navigate(house.address() + path);
    }
}
