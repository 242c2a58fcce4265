package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator does in the browser, each from the form to its end. */
@QuarkusTest
class AdminPagesTest {
    private static final String DAY = "2026-11-18";
    private static final String PAGE = """
            Harbour: Keeping Long Contexts Afloat

            We show that a language model with a small harbour of saved states answers questions over long documents as well as one with full attention.

              • 4 authors
            ·
            Nov 17, 2026 2

            Lanterns for Robots

            A robot that carries its own light sees better in cellars. We train a policy that chooses where the light should fall next.
            """;
    private static final String HEADER = "email,queries,frequency,time_zone,send_at\n";

    @Inject
    House house;

    @Inject
    Jobs jobs;

    @ConfigProperty(name = "paperround.admin-token")
    String token;

    private String session;

    @BeforeEach
    void signIn() {
        house.empty();
        session = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("token", token)
                .post("/admin/login")
                .cookie("paperround_admin");
    }

    @Test
    void aPastedPageIsTakenInAndToldItemByItem() {
        pastePapers(DAY, PAGE + "\n\nA Heading on Its Own\n")
                .statusCode(200)
                .body(containsString("<strong>"), containsString("2 added"), containsString("1 rejected"))
                .body(containsString("a title without an abstract"), containsString("2 papers"));
        pastePapers(DAY, PAGE).statusCode(200).body(containsString("0 added"), containsString("2 unchanged"));
        open("/admin").body(containsString("/papers/" + DAY));
    }

    @Test
    void theLastDaysOfAnAddressStandAboveItsDeliveries() {
        house.importActive("days@pages.example", "kites");
        open("/admin/deliveries?email=days@pages.example")
                .body(containsString("The last days"), containsString("What, or why not"));
        open("/admin/deliveries?email=nobody@pages.example").body(not(containsString("The last days")));
    }

    @Test
    void anUploadedArrayIsReadAsJson() {
        var rows = """
                [{"paper": {"id": "2611.00101", "title": "Kites as Antennas", "summary": "We fly antennas on kites."}},
                 {"paper": {"title": " "}}]""";
        signedIn()
                .multiPart("day", DAY)
                .multiPart("text", "")
                .multiPart("file", "papers.json", rows.getBytes(StandardCharsets.UTF_8), "application/json")
                .post("/admin/papers")
                .then()
                .statusCode(200)
                .body(containsString("1 added"), containsString("<li>1: the title is missing or blank"));
    }

    @Test
    void whatIsRefusedIsKeptInTheFormWithTheReason() {
        pastePapers("yesterday", "Some <b>text</b>")
                .statusCode(400)
                .body(containsString("“yesterday” is not a date"), containsString("Some &lt;b&gt;text&lt;/b&gt;"));
        pastePapers("1066-10-14", PAGE).statusCode(400).body(containsString("too far away"));
        pastePapers(DAY, "").statusCode(400).body(containsString("Paste a page"));
        pastePapers(DAY, "{\"papers\": []}")
                .statusCode(400)
                .body(containsString("expected a JSON array"), containsString("Nothing was taken in"));
        pastePapers(DAY, "[]").statusCode(422).body(containsString("There is no paper in this input."));
    }

    @Test
    void aLargePageFitsIntoTheForm() {
        var page = (PAGE + "\n").repeat(400);
        assertThat(page.length()).isGreaterThan(100_000);
        pastePapers(DAY, page).statusCode(200).body(containsString("2 papers"));
    }

    @Test
    void aSendIsStartedFollowedAndAccountedFor() {
        house.ingestPage(DAY, PAGE);
        house.subscribe("robots@pages.example", "robots");
        house.subscribe("cooking@pages.example", "cooking");

        var started = startSend(Map.of("day", DAY, "audience", "all", "key", key()));
        started.then().statusCode(303).header("Location", startsWith("/admin/sends/"));
        var page = started.header("Location");
        open(page).body(containsString("data-running"), containsString("planning"), containsString("/admin.js"));
        jobs.planSends();
        house.deliver();

        open(page)
                .body(containsString("robots@pages.example"), containsString("No paper matched"))
                .body(containsString("<progress max=\"1\" value=\"1\""), not(containsString("data-running")));
        open(page + "?state=skipped")
                .body(containsString("cooking@pages.example"), not(containsString("robots@pages.example")));
        open("/admin").body(containsString(page), containsString("done"));
        open("/admin/deliveries?email=cooking%40pages.example").body(containsString("No paper matched the filters."));
        assertThat(house.mails("robots@pages.example")).hasSize(2);
    }

    @Test
    void aSecondClickStartsNothingNewAndAnotherChoiceIsAskedAbout() {
        house.ingestPage(DAY, PAGE);
        var key = key();
        var choice = Map.of("day", DAY, "audience", "named", "emails", "a@pages.example", "key", key);

        assertThat(startSend(choice).header("Location"))
                .isEqualTo(startSend(choice).header("Location"));
        startSend(Map.of("day", DAY, "audience", "all", "key", key))
                .then()
                .statusCode(422)
                .body(containsString("press the button again"), not(containsString(key)));
        house.admin().get("/api/admin/sends").then().body("size()", equalTo(1));
    }

    @Test
    void aDryRunToNamedAddressesSendsNothing() {
        house.ingestPage(DAY, PAGE);
        house.subscribe("dry@pages.example", "robots");
        var started = startSend(Map.of(
                "day", DAY, "audience", "named", "emails", "dry@pages.example\nx@pages.example", "dryRun", "on"));
        jobs.planSends();
        house.deliver();

        open(started.header("Location")).body(containsString("dry run"), containsString("nothing was sent"));
        assertThat(house.mails("dry@pages.example")).hasSize(1);
    }

    @Test
    void aSendThatIsNotMeantClearlyIsNotStarted() {
        startSend(Map.of("day", "18/11/2026", "emails", "kept@pages.example", "force", "on"))
                .then()
                .statusCode(400)
                .body(containsString("“18/11/2026” is not a date"), containsString("Say who gets the mail"))
                .body(containsString("kept@pages.example"), containsString("name=\"force\" checked"));
        startSend(Map.of("day", DAY, "audience", "named", "emails", "good@pages.example, bad@@pages"))
                .then()
                .statusCode(400)
                .body(containsString("“bad@@pages” is not an e-mail address."));
        house.admin().get("/api/admin/sends").then().body("size()", equalTo(0));
        signedIn().get("/admin/sends/99").then().statusCode(404);
        signedIn().get("/admin/sends/x").then().statusCode(404);
    }

    @Test
    void aListIsImportedSearchedExportedAndItsPeopleErased() {
        signedIn()
                .multiPart(
                        "text",
                        HEADER + "ada@pages.example,\"robots;\"\"light field\"\"\",DAILY,Europe/Paris,07:30\n"
                                + "bob@pages.example,,DAILY,UTC,08:00\n")
                .post("/admin/import")
                .then()
                .statusCode(200)
                .body(containsString("1 added"), containsString("1 rejected"))
                .body(containsString("<td class=\"number\">3</td>"), containsString("At least one filter"));
        signedIn()
                .multiPart(
                        "file",
                        "list.csv",
                        (HEADER + "eve@pages.example,cats,WEEKLY,UTC,09:00\n").getBytes(),
                        "text/csv")
                .post("/admin/import")
                .then()
                .statusCode(200)
                .body(containsString("1 added"));

        open("/admin/subscribers?q=ada")
                .body(containsString("ada@pages.example"), containsString("&quot;light field&quot;"))
                .body(not(containsString("eve@pages.example")));
        open("/admin/subscribers?state=PENDING").body(containsString("Nobody matches"));
        signedIn()
                .get("/admin/subscribers/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("subscribers.csv"))
                .body(containsString("ada@pages.example"), containsString("eve@pages.example"));

        erase("ada@pages.example", false).statusCode(400).body(containsString("Tick the box"));
        erase("ada@pages.example", true).statusCode(200).body(containsString("ada@pages.example is erased"));
        erase("ada@pages.example", true).statusCode(404).body(containsString("Nobody is known"));
        open("/admin/subscribers?q=ada").body(containsString("Nobody matches"));
    }

    @Test
    void aListWithoutItsHeaderIsRefusedAndKept() {
        signedIn()
                .multiPart("text", "ada@pages.example,robots")
                .post("/admin/import")
                .then()
                .statusCode(400)
                .body(containsString("must name the columns"), containsString("ada@pages.example,robots</textarea>"));
        signedIn()
                .multiPart("text", " ")
                .post("/admin/import")
                .then()
                .statusCode(400)
                .body(containsString("Paste"));
    }

    @Test
    void aPreviewIsShutInAFrame() {
        house.ingestPage(DAY, PAGE);
        house.subscribe("look@pages.example", "robots");

        open("/admin/preview?email=look%40pages.example&day=" + DAY)
                .body(containsString("<iframe class=\"mail\" sandbox"), containsString("Lanterns for Robots"))
                .body(containsString("/admin/preview/mail?email=look%40pages.example&amp;day=" + DAY));
        open("/admin/preview/mail?email=look%40pages.example&day=" + DAY)
                .header("Content-Security-Policy", startsWith("sandbox; default-src 'none';"))
                .header("Cache-Control", "no-store")
                .body(containsString("Lanterns for <mark>Robots</mark>"));
        signedIn()
                .urlEncodingEnabled(false)
                .get("/admin/preview?email=look%40pages.example&day=2020-01-01")
                .then()
                .statusCode(404)
                .body(containsString("There would be no mail."), not(containsString("<iframe")));
        signedIn()
                .urlEncodingEnabled(false)
                .get("/admin/preview?email=who%40pages.example&day=" + DAY)
                .then()
                .statusCode(404)
                .body(containsString("Nobody is subscribed as who@pages.example."));
    }

    @Test
    void aSendIsPausedResumedAndCancelledByItsButtons() {
        house.ingestPage(DAY, PAGE);
        house.subscribe("buttons@pages.example", "robots");
        var page =
                startSend(Map.of("day", DAY, "audience", "all", "key", key())).getHeader("Location");
        page = page.substring(page.indexOf("/admin"));
        house.planSends();

        press(page + "/pause").statusCode(303);
        open(page)
                .body(
                        containsString("Paused by an operator."),
                        containsString(">Resume<"),
                        not(containsString(">Pause<")));
        press(page + "/pause").statusCode(409).body(containsString("paused already"));
        press(page + "/resume").statusCode(303);
        press(page + "/cancel").statusCode(303);
        house.deliver();

        open(page)
                .body(
                        containsString(">cancelled<"),
                        containsString("The send was cancelled."),
                        not(containsString(">Resume<")));
        assertThat(house.mails("buttons@pages.example")).hasSize(1);
    }

    private ValidatableResponse press(String button) {
        return signedIn()
                .contentType("application/x-www-form-urlencoded")
                .post(button)
                .then();
    }

    @Test
    void aWrongAddressIsToldWhereItWasTyped() {
        signedIn()
                .get("/admin/deliveries?email=nonsense")
                .then()
                .statusCode(400)
                .body(containsString("“nonsense” is not an e-mail address"), containsString("value=\"nonsense\""));
    }

    private RequestSpecification signedIn() {
        return given().redirects().follow(false).accept("text/html").cookie("paperround_admin", session);
    }

    private ValidatableResponse open(String page) {
        return signedIn().urlEncodingEnabled(false).get(page).then().statusCode(200);
    }

    private ValidatableResponse pastePapers(String day, String text) {
        return signedIn()
                .multiPart("day", day)
                .multiPart("text", text, "text/plain; charset=UTF-8")
                .post("/admin/papers")
                .then();
    }

    private Response startSend(Map<String, String> fields) {
        return signedIn()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post("/admin/sends");
    }

    private ValidatableResponse erase(String email, boolean sure) {
        var form = signedIn().contentType("application/x-www-form-urlencoded").formParam("email", email);
        return (sure ? form.formParam("sure", "on") : form).post("/admin/erase").then();
    }

    /** The key of a fresh form. */
    private String key() {
        var field = Pattern.compile("name=\"key\" value=\"([^\"]+)\"")
                .matcher(open("/admin").extract().asString());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }
}
