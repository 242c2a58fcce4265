package dev.paperround;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first minutes with the packaged program: form, mail, yes, digest. */
class SignUpInBrowserIT {
    private static final String PAGE = """
            Harbour Lights: Steering Video Diffusion with a Sketch

            A sketch of three lines tells a video diffusion model where the camera goes. We train on harbours and test on streets.

              • 4 authors
            ·
            Nov 16

            How Bees Count to Four

            A small network learns to count as bees do, from the same pictures, and makes the same mistakes above four.

              • 1 author
            ·
            Nov 15
            """;

    @TempDir
    Path directory;

    @Test
    void aNewcomerSignsUpConfirmsAndGetsADigest() throws Exception {
        try (var program = Program.soon(directory, Map.of("PAPERROUND_BASE_URL", "{address}"));
                var browser = new Browser()) {
            var token = Files.readString(directory.resolve("data/admin-token")).strip();
            admin(program, token)
                    .contentType("text/plain; charset=UTF-8")
                    .body(PAGE)
                    .post("/api/admin/ingest?day=2026-11-18")
                    .then()
                    .statusCode(200);

            signUp(browser.page(), program);
            confirm(browser.page(), program);
            sendDigests(program, token);

            openNewestMail(browser.page(), program, 2);
            var mail = browser.page().frameLocator("iframe");
            assertThat(mail.locator("body")).containsText("1 paper matches your filters, out of 2");
            assertThat(mail.locator("h2")).containsText("Harbour Lights: Steering Video Diffusion with a Sketch");
            assertThat(mail.locator("h2 mark").first()).hasText("Video");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theBrowserDoesItsSumWhereProofOfWorkIsWanted() throws Exception {
        var settings = Map.of("PAPERROUND_BASE_URL", "{address}", "PAPERROUND_SIGN_UPS_PROOF_OF_WORK", "20000");
        try (var program = Program.soon(directory, settings);
                var browser = new Browser()) {
            var page = browser.page();
            page.navigate(program.address());
            page.locator("#email").fill("prover@browser.example");
            page.locator("details.more > summary").click();
            page.locator("#query-0").fill("video diffusion");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign me up"))
                    .click();
            assertThat(page.locator("h1")).hasText("Check your inbox");
            openNewestMail(page, program, 1);

            page.navigate(program.address() + "/preferences");
            page.locator("#email").fill("prover@browser.example");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Email me a link"))
                    .click();
            assertThat(page.locator("h1")).hasText("Check your inbox");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void oneSentenceIsEnoughToSignUp() throws Exception {
        try (var program = Program.soon(directory, Map.of("PAPERROUND_BASE_URL", "{address}"));
                var browser = new Browser()) {
            var page = browser.page();
            page.navigate(program.address());
            page.locator("#email").fill("talker@browser.example");
            page.locator("#trending").uncheck();
            page.locator("#ownWords").pressSequentially("robots that learn from watching people");
            assertThat(page.locator("#preview-own")).containsText("of the last 30 days");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign me up"))
                    .click();
            assertThat(page.locator("h1")).hasText("Check your inbox");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void signUp(Page page, Program program) {
        page.navigate(program.address());
        page.locator("#email").fill("newcomer@browser.example");
        page.locator("#trending").uncheck();
        page.locator("details.more > summary").click();
        page.locator("#query-0").pressSequentially("video diffusion");
        assertThat(page.locator("#preview-0")).containsText("1 of the last 30 days' 2 papers");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign me up"))
                .click();
        assertThat(page.locator("h1")).hasText("Check your inbox");
    }

    private static void confirm(Page page, Program program) {
        openNewestMail(page, program, 1);
        page.frameLocator("iframe").getByText("Confirm the subscription").click();
        assertThat(page.locator("h1")).hasText("Confirm your subscription");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm my subscription"))
                .click();
        assertThat(page.locator("h1")).hasText("You're in");
    }

    private static void openNewestMail(Page page, Program program, int mails) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RestAssured.given()
                                .accept("application/json")
                                .get(program.address() + "/inbox")
                                .jsonPath()
                                .getInt("total")
                        == mails);
        page.navigate(program.address() + "/inbox");
        page.locator("a[href^='/inbox/']").first().click();
    }

    private static void sendDigests(Program program, String token) {
        admin(program, token)
                .contentType("application/json")
                .body("{\"day\": \"2026-11-18\", \"audience\": {\"all\": true}}")
                .post("/api/admin/sends")
                .then()
                .statusCode(202);
    }

    private static RequestSpecification admin(Program program, String token) {
        return RestAssured.given().baseUri(program.address()).header("Authorization", "Bearer " + token);
    }
}
