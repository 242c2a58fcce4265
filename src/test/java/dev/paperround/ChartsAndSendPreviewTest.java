package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.subscriber.AudienceCounts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator looks at: charts, a mail before its send, and the progress of one. */
@QuarkusTest
class ChartsAndSendPreviewTest extends OperatorsPages {
    private static final String DAY = "2026-11-18";

    @Inject
    AudienceCounts counts;

    @BeforeEach
    void papers() {
        house.sql("delete from audience_day");
        house.sql("delete from popular_query");
        house.setClock(DAY + "T05:00:00Z");
        house.ingestRows(
                DAY,
                House.rows(
                        House.row("2611.96001", "Robots That Knit", "Wool.", 3),
                        House.row("2611.96002", "Kites", "Wind.", 1)));
    }

    @Test
    void chartsAreDrawnFromCounts() {
        house.importActive("one@view.example", "robots");
        house.importActive("two@view.example", "robots;my own secret");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
        house.sql("insert into audience_day values ('2026-11-10', 1)");

        var page = page("/admin/charts");

        assertThat(row(page, "subscribers", "2026-11-09")).isEqualTo("0");
        assertThat(row(page, "subscribers", "2026-11-12")).isEqualTo("1");
        assertThat(row(page, "subscribers", DAY)).isEqualTo("2");
        assertThat(row(page, "mails", DAY)).isEqualTo("2 0 0 0");
        assertThat(row(page, "papers", DAY)).isEqualTo("2");
        assertThat(page.select("section[aria-labelledby=mails] svg.plot rect title")
                        .eachText())
                .containsExactly("2026-11-18: 2 Sent");
        assertThat(page.select(".bars tbody tr").eachText()).containsExactly("robots 2");
        assertThat(page.html()).doesNotContain("my own secret", " style=");
    }

    @Test
    void whatWasCountedTodayIsCountedAnewByTheJobOnly() {
        house.importActive("one@view.example", "robots");
        assertThat(row(page("/admin/charts"), "subscribers", DAY)).isEqualTo("1");
        house.importActive("two@view.example", "robots");
        assertThat(row(page("/admin/charts"), "subscribers", DAY)).isEqualTo("1");

        counts.count();

        assertThat(row(page("/admin/charts"), "subscribers", DAY)).isEqualTo("2");
    }

    @Test
    void nothingIsDrawnOfNothing() {
        assertThat(page("/admin/charts")
                        .select("section[aria-labelledby=mails]")
                        .text())
                .contains("Nothing to draw yet");
    }

    @Test
    void aMailIsShownBeforeItsSendAndNothingIsSent() {
        house.importActive("other@view.example", "submarines");
        house.importActive("one@view.example", "robots");

        var before =
                Jsoup.parse(start("all", "").then().statusCode(200).extract().asString());

        assertThat(before.select("h2").text()).contains("1 paper for Wed 18 Nov: Robots That Knit");
        var mail = before.select("iframe").attr("src");
        assertThat(page(mail).select("h2").text()).isEqualTo("Robots That Knit");
        assertThat(house.deliveries("one@view.example")).isEmpty();
        var named = Jsoup.parse(start("named", "nobody@view.example").asString());
        assertThat(named.select(".notice").text()).contains("There is no mail to show");
        assertThat(named.select("form.sheet")
                        .first()
                        .select("input[name=emails]")
                        .val())
                .isEqualTo("nobody@view.example");
    }

    @Test
    void theProgressOfASendThatIsOverIsToldOnce() {
        house.importActive("one@view.example", "robots");
        var id = house.send(Map.of("day", DAY, "audience", Map.of("emails", List.of("one@view.example"))))
                .get("id");

        var told = operator.browser()
                .urlEncodingEnabled(true)
                .accept("text/event-stream")
                .get("/admin/sends/" + id + "/progress");

        assertThat(told.contentType()).startsWith("text/event-stream");
        assertThat(told.headers().getValues("Cache-Control")).containsExactly("no-store");
        assertThat(told.asString())
                .containsOnlyOnce("data:")
                .contains("\"state\":\"done\"", "\"running\":false", "\"settled\":1", "\"sent\":1");
        operator.browser()
                .accept("*/*")
                .get("/admin/sends/999999/progress")
                .then()
                .statusCode(404);
        given().get("/admin/sends/" + id + "/progress").then().statusCode(401);
    }

    private io.restassured.response.Response start(String audience, String emails) {
        return operator.browser()
                .urlEncodingEnabled(true)
                .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .formParam("day", DAY)
                .formParam("audience", audience)
                .formParam("emails", emails)
                .formParam("preview", "yes")
                .post("/admin/sends");
    }

    /** A line of a chart's table, without its day. */
    private static String row(Document page, String chart, String day) {
        var row = page.select("section[aria-labelledby=" + chart + "] tbody tr").stream()
                .filter(it -> it.select("th").text().equals(day))
                .findFirst()
                .orElseThrow();
        return row.select("td").text();
    }

    private Document page(String path) {
        return Jsoup.parse(operator.open(path).extract().asString());
    }
}
