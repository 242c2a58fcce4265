package dev.paperround;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader's and an operator's day in a real browser. */
class PreferencesAndSendInBrowserIT {
    private static final int SUBSCRIBERS = 60;

    @TempDir
    Path directory;

    @Test
    void preferencesAreChangedPapersFoundAndASendFollowed() throws Exception {
        try (var house = new PopulatedProgram(directory);
                var browser = new Browser()) {
            var page = browser.page();
            changePreferences(page, house);
            searchAndFeed(page, house);
            crowd(house);
            browser.signIn(house);
            send(page);
            charts(page, house);
            assertThat(browser.complaintsBesidesRefusals()).isEmpty();
        }
    }

    private static void changePreferences(Page page, PopulatedProgram house) {
        page.navigate(house.address() + house.pages().get("preferences"));
        page.locator("#query-0").fill("bees OR harbour");
        assertThat(page.locator("#preview-0")).containsText("2 of the last 30 days' 3 papers");
        page.locator("#weekly").check();
        page.locator("#language").selectOption("de");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.locator("[role=status]").first()).hasText("Gespeichert.");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        page.locator("#query-0").fill("bees (");
        assertThat(page.locator("#preview-0 .error")).containsText("Diese Klammer wird nie geschlossen");
        page.locator("#query-0").fill("bees");
        assertThat(page.locator("#preview-0")).containsText("1 von 3 Papern der letzten 30 Tage");
        page.locator(".languages a[lang=en]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#query-0")).hasValue("bees OR harbour");
    }

    private static void searchAndFeed(Page page, PopulatedProgram house) {
        page.navigate(house.address() + "/search");
        page.locator("#q").fill("harbours");
        page.locator("form.search button").click();
        assertThat(page.locator("article mark").first()).isVisible();
        var feed = page.request()
                .get(house.address()
                        + page.locator(".found a", new Page.LocatorOptions().setHasText("Feed"))
                                .getAttribute("href"));
        assertThat(feed.headers().get("content-type")).startsWith("application/atom+xml");
        assertThat(feed.text()).contains("Harbour Lights");
    }

    private static void crowd(PopulatedProgram house) throws Exception {
        var list = new StringBuilder("email,queries,frequency,time_zone,send_at\n");
        for (var i = 0; i < SUBSCRIBERS; i++) {
            list.append("crowd").append(i).append("@browser.example,bees,WEEKLY,UTC,03:00\n");
        }
        house.admin()
                .contentType("text/csv")
                .body(list.toString())
                .post("/api/admin/subscribers/import")
                .then()
                .statusCode(200);
    }

    private static void send(Page page) {
        page.locator("#day").fill("2026-11-18");
        page.locator("#all").check();
        page.getByText("Preview the mail first").click();
        assertThat(page.frameLocator("iframe.mail").locator("h2").first()).containsText("How Bees Count to Four");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Start").setExact(true))
                .click();
        page.waitForURL("**/admin/sends/*");
        // The page is the same one all along: what it shows comes by the stream.
        page.evaluate("window.sameOne = true");
        assertThat(page.locator("#live .state").first()).hasText("done");
        assertThat(page.locator("#live [data-count=pending]")).hasText("0");
        assertThat(page.locator("#live [data-count=sent]")).not().hasText("0");
        assertThat(page.evaluate("window.sameOne")).isEqualTo(true);
    }

    private static void charts(Page page, PopulatedProgram house) {
        page.navigate(house.address() + "/admin/charts");
        assertThat(page.locator("svg.plot rect").first()).isVisible();
        assertThat(page.locator(".bars th[scope=row]").first()).hasText("bees");
    }
}
