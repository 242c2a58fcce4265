package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.paperround.testing.PlainWords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Handing papers over in the browser. */
@QuarkusTest
class PaperUploadPageTest extends OperatorsPages {
    private static final String DAY = "2026-11-18";
    private static final String OURS = "http://localhost:8080";

    @Test
    void aPastedPageIsTakenInAndToldItemByItem() {
        pastePapers(DAY, Operator.TWO_PAPERS + "\n\nA Heading on Its Own\n")
                .statusCode(200)
                .body(containsString("<strong>"), containsString("2 added"), containsString("1 rejected"))
                .body(containsString("a title without an abstract"), containsString("2 papers"));
        pastePapers(DAY, Operator.TWO_PAPERS)
                .statusCode(200)
                .body(containsString("0 added"), containsString("2 unchanged"));
        operator.open("/admin").body(containsString("/papers/" + DAY));
    }

    @Test
    void anUploadedArrayIsReadAsJson() {
        var rows = """
                [{"paper": {"id": "2611.00101", "title": "Kites as Antennas", "summary": "We fly antennas on kites."}},
                 {"paper": {"title": " "}}]""";
        operator.browser()
                .urlEncodingEnabled(true)
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
        pastePapers("1066-10-14", Operator.TWO_PAPERS).statusCode(400).body(containsString("too far away"));
        pastePapers(DAY, "").statusCode(400).body(containsString("Paste a page"));
        pastePapers(DAY, "{\"papers\": []}")
                .statusCode(400)
                .body(containsString("expected a JSON array"), containsString("Nothing was taken in"));
        pastePapers(DAY, "[]").statusCode(422).body(containsString("There is no paper in this input."));
    }

    @Test
    void aLargePageFitsIntoTheForm() {
        var page = (Operator.TWO_PAPERS + "\n").repeat(400);
        assertThat(page.length()).isGreaterThan(100_000);
        pastePapers(DAY, page).statusCode(200).body(containsString("2 papers"));
    }

    @Test
    void aPaperIsTakenOutByItsButton() {
        house.ingestRows(DAY, House.rows(House.row("2611.00301", "Wrong Boats", "Of boats.", 3)));
        var form = operator.page("/admin/papers").selectFirst("form[action=/admin/papers/remove]");
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.select("input[name=paper][required], button[type=submit]"))
                .hasSize(2);

        press("/admin/papers/remove", Map.of("paper", "2611.00301"), "https://elsewhere.example", "cross-site")
                .then()
                .statusCode(403);
        given().get("/api/papers/2611.00301").then().statusCode(200);
        var answer = press("/admin/papers/remove", Map.of("paper", " 2611.00301 "), OURS, "same-origin");

        answer.then().statusCode(303);
        given().get("/api/papers/2611.00301").then().statusCode(404);
        assertThat(lastAudited("paper-remove")).isEqualTo("paper 2611.00301");
        operator.open(path(answer)).body(containsString("id=\"days\""), not(containsString("/papers/" + DAY)));
    }

    @Test
    void aPaperThatIsNotThereIsToldOnAPage() {
        for (var paper : List.of("2611.00399", "", "<i>it</i>")) {
            var answer = press("/admin/papers/remove", Map.of("paper", paper), OURS, "same-origin")
                    .then()
                    .statusCode(404)
                    .contentType("text/html")
                    .extract()
                    .asString();
            assertThat(Jsoup.parse(answer).select("main a[href^=/]")).isNotEmpty();
            PlainWords.assertPlain(Jsoup.parse(answer).text());
            assertThat(answer).doesNotContain("<i>it</i>");
        }
        press("/admin/papers/ingests/999999999/undo", Map.of(), OURS, "same-origin")
                .then()
                .statusCode(404)
                .contentType("text/html");
    }

    @Test
    void anIngestIsUndoneByItsButton() {
        house.ingestRows(DAY, House.rows(House.row("2611.00302", "Boats of Yesterday", "Of boats.", 3)));
        var form = operator.page("/admin/papers").selectFirst("form[action$=/undo]");
        assertThat(form.select("button[type=submit]")).hasSize(1);
        var action = form.attr("action");

        press(action, Map.of(), "https://elsewhere.example", "cross-site")
                .then()
                .statusCode(403);
        given().get("/api/papers/2611.00302").then().statusCode(200);
        var answer = press(action, Map.of(), OURS, "same-origin");

        answer.then().statusCode(303);
        given().get("/api/papers/2611.00302").then().statusCode(404);
        assertThat(lastAudited("ingest-undo")).isEqualTo("ingest " + action.replaceAll("\\D", ""));
        var page = operator.page(path(answer));
        assertThat(page.select("form[action$=/undo]")).isEmpty();
        assertThat(page.select("section[aria-labelledby=ingests]").text()).contains("undone");
    }

    /** As a browser without JavaScript posts a form. */
    private Response press(String action, Map<String, String> fields, String origin, String site) {
        return operator.browser()
                .urlEncodingEnabled(true)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("Origin", origin)
                .header("Sec-Fetch-Site", site)
                .formParams(fields)
                .post(action);
    }

    private static String path(Response answer) {
        return URI.create(answer.header("Location")).getPath();
    }

    private String lastAudited(String act) {
        return house.admin()
                .get("/api/admin/audit?act=" + act)
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.outcome == 'DONE' }.subject");
    }

    private ValidatableResponse pastePapers(String day, String text) {
        return operator.paste("/admin/papers", Map.of("day", day, "text", text)).then();
    }
}
