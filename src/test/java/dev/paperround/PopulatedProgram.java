package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The packaged program with papers, readers and mails, and the way to every page of it. */
final class PopulatedProgram implements AutoCloseable {
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

    private final Path directory;
    private final Program program;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, String> adminPages = new LinkedHashMap<>();
    private final Map<String, String> mails = new LinkedHashMap<>();

    PopulatedProgram(Path directory) throws IOException {
        this.directory = directory;
        this.program = Program.soon(directory, Map.of("PAPERROUND_BASE_URL", "{address}"));
        ingest("2026-11-17", "text/plain; charset=UTF-8", PAPERS);
        ingest(
                "2026-11-17",
                "application/json",
                House.rows(House.row(
                        "2611.90001", "Barnacle ".repeat(60).strip(), "Unbreakable" + "x".repeat(200) + " text.", 3)));
        ingest("2026-11-18", "text/plain; charset=UTF-8", PAPERS);
        var confirm = House.linkIn(signUp("reader@browser.example", "en", 1), "confirm");
        mails.put("mail-confirm", newest());
        var token = confirmed(confirm);
        RestAssured.given().post(address() + "/preferences/" + token + "/digest-now");
        var digest = mail(2);
        mails.put("mail-digest", newest());
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", "reader@browser.example"))
                .post(address() + "/api/subscription/link");
        // It takes the place of the link before.
        token = House.linkIn(mail(3), "preferences");
        mails.put("mail-link", newest());
        publicPages(confirm, token, digest);
        cameBack(otherMails());
        operatorsPages();
    }

    private void publicPages(String confirm, String token, Map<String, Object> digest) {
        pages.put("home", "/");
        pages.put("home-suggested", "/?q=video+diffusion");
        pages.put("papers", "/papers");
        pages.put("day", "/papers/2026-11-17");
        pages.put("no-day", "/papers/2026-11-15");
        pages.put("paper", paper());
        pages.put("no-paper", "/paper/none");
        pages.put("search", "/search");
        pages.put("search-found", "/search?q=video+diffusion");
        pages.put("search-wrong", "/search?q=video+(diffusion");
        pages.put("search-nothing", "/search?q=submarine");
        pages.put("check-your-inbox", "/check-your-inbox");
        pages.put("ask-for-link", "/preferences");
        pages.put("privacy", "/privacy");
        pages.put("preferences", "/preferences/" + token);
        pages.put("preferences-foreign", "/preferences/v1.m.1.0.0.AAAA");
        pages.put("digest", "/digest/" + House.linkIn(digest, "digest"));
        pages.put("unsubscribe", "/unsubscribe/" + House.linkIn(digest, "unsubscribe"));
        var doubter = signUp("doubter@browser.example", "de", 4);
        mails.put("mail-confirm-de", newest());
        pages.put("confirm", "/confirm/" + House.linkIn(doubter, "confirm"));
        pages.put("confirm-spent", "/confirm/" + confirm);
        pages.put("confirm-foreign", "/confirm/v1.c.1.0.0.AAAA");
        pages.put("not-found", "/nothing/here");
        pages.put("bad-request", "/papers?month=never");
    }

    /** The last digest among them. */
    private Map<String, Object> otherMails() {
        var token = confirmed(House.linkIn(signUp("leser@browser.example", "de", 5), "confirm"));
        RestAssured.given().post(address() + "/preferences/" + token + "/digest-now");
        var digest = mail(6);
        mails.put("mail-digest-de", newest());
        RestAssured.given().post(address() + "/unsubscribe/" + House.linkIn(digest, "unsubscribe") + "?goodbye=yes");
        mail(7);
        mails.put("mail-goodbye-de", newest());
        return digest;
    }

    private void cameBack(Map<String, Object> digest) throws IOException {
        var bounce = Files.readString(Path.of("src/test/resources/bounces/postfix-unknown-user.eml"))
                .replace("{{verp}}", "digest@localhost")
                .replace("{{messageId}}", House.header(digest, "Message-ID"))
                .replace("{{unsubscribe}}", address() + "/unsubscribe/" + House.linkIn(digest, "unsubscribe"))
                .replace("{{email}}", "leser@browser.example");
        posted("/api/admin/bounces", "message/rfc822", bounce.replace("\n", "\r\n"));
        posted("/api/admin/suppressions", "application/json", "{\"email\": \"stranger@browser.example\"}");
    }

    private void posted(String path, String type, String body) throws IOException {
        var status = admin().contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .statusCode();
        assertThat(status).as(path).isBetween(200, 299);
    }

    private void operatorsPages() throws IOException {
        posted(
                "/api/admin/sends",
                "application/json",
                "{\"day\": \"2026-11-18\", \"audience\": {\"all\": true}, \"dryRun\": true}");
        posted("/api/admin/tokens", "application/json", "{\"name\": \"nightly import\", \"scope\": \"send\"}");
        adminPages.put("admin", "/admin");
        adminPages.put("admin-charts", "/admin/charts");
        adminPages.put("admin-papers", "/admin/papers");
        adminPages.put("admin-subscribers", "/admin/subscribers");
        adminPages.put("admin-deliveries", "/admin/deliveries?email=reader@browser.example");
        adminPages.put("admin-bounces", "/admin/bounces");
        adminPages.put("admin-suppressions", "/admin/suppressions");
        adminPages.put("admin-import", "/admin/import");
        adminPages.put("admin-erase", "/admin/erase");
        adminPages.put("admin-preview", "/admin/preview?email=doubter@browser.example&day=2026-11-18");
        adminPages.put("admin-preview-none", "/admin/preview?email=nobody@browser.example&day=2026-11-18");
        adminPages.put("admin-send", "/admin/sends/1");
        adminPages.put("admin-send-skipped", "/admin/sends/1?state=skipped");
        adminPages.put("admin-doctor", "/admin/doctor");
        adminPages.put("admin-tokens", "/admin/tokens");
        adminPages.put("admin-audit", "/admin/audit");
        adminPages.put("inbox", "/inbox");
    }

    /** By a name for pictures; without a session. */
    Map<String, String> pages() {
        return pages;
    }

    Map<String, String> adminPages() {
        return adminPages;
    }

    /** Their HTML parts as a mail program would show them. */
    Map<String, String> mails() {
        return mails;
    }

    String address() {
        return program.address();
    }

    String adminToken() throws IOException {
        return Files.readString(directory.resolve("data/admin-token")).strip();
    }

    private String paper() {
        return "/paper/" + api().get("/api/papers?q=bees").jsonPath().getString("papers[0].id");
    }

    private void ingest(String day, String type, String papers) throws IOException {
        admin().contentType(type)
                .body(papers)
                .post("/api/admin/ingest?day=" + day)
                .then()
                .statusCode(200);
    }

    /** The mail that asks for a yes, once there are so many. */
    private Map<String, Object> signUp(String email, String language, int mails) {
        var filters = List.of(Map.of("query", "video diffusion"), Map.of("name", "Bees", "query", "bee"));
        api().contentType("application/json")
                .body(Map.of("email", email, "filters", filters, "language", language))
                .post("/api/subscriptions")
                .then()
                .statusCode(202);
        return mail(mails);
    }

    private String confirmed(String token) {
        return api().contentType("application/json")
                .body(Map.of("token", token))
                .post("/api/subscriptions/confirm")
                .jsonPath()
                .getString("manageToken");
    }

    private String newest() {
        return "/inbox/" + api().get("/inbox").jsonPath().getString("mails[0].id") + "/html";
    }

    /** The newest, once there are so many. */
    private Map<String, Object> mail(int mails) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> api().get("/inbox").jsonPath().getInt("total") == mails);
        var newest = api().get("/inbox").jsonPath().getString("mails[0].id");
        return api().get("/inbox/" + newest).jsonPath().getMap("");
    }

    private RequestSpecification api() {
        return RestAssured.given().baseUri(address()).accept("application/json");
    }

    RequestSpecification admin() throws IOException {
        return api().header("Authorization", "Bearer " + adminToken());
    }

    @Override
    public void close() {
        program.close();
    }
}
