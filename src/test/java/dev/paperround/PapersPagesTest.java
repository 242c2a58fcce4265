package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handing papers over in the browser. */
@QuarkusTest
class PapersPagesTest {
    private static final String DAY = "2026-11-18";

    @Inject
    House house;

    @Inject
    Operator operator;

    @BeforeEach
    void signIn() {
        house.empty();
        operator.signIn();
    }

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

    private ValidatableResponse pastePapers(String day, String text) {
        return operator.paste("/admin/papers", Map.of("day", day, "text", text)).then();
    }
}
