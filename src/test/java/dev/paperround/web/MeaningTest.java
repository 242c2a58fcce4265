package dev.paperround.web;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperround.House;
import dev.paperround.testing.BehindAProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BehindAProxy.class)
class MeaningTest {
    private static final String SOUGHT = "like:\"robots that learn from watching people\"";

    @Inject
    House house;

    @BeforeEach
    void papers() {
        house.empty();
        house.ingestRows(
                        "2026-11-20",
                        rows(
                                row(
                                        "2611.30001",
                                        "Mimicry",
                                        "A manipulator imitates human demonstrations seen on video.",
                                        1),
                                row(
                                        "2611.30002",
                                        "Copying Chores",
                                        "A robot arm learns to tidy a room by watching recordings of people.",
                                        2),
                                row("2611.30003", "Deep Waters", "Ocean currents are simulated on graphics cards.", 3),
                                row(
                                        "2611.30004",
                                        "Old Letters",
                                        "We date manuscripts by the shape of their letters.",
                                        4),
                                row("2611.30005", "Grids", "Electricity prices are forecast by the hour.", 5),
                                row("2611.30006", "Genes", "Transformers read sequences of nucleotides.", 6)))
                .statusCode(200);
        await().atMost(Duration.ofSeconds(40)).until(() -> preview(SOUGHT).size() == 2);
    }

    @Test
    void everyDoorFindsTheSameByMeaning() {
        assertThat(preview(SOUGHT)).containsExactlyInAnyOrder("2611.30001", "2611.30002");
        assertThat(preview(SOUGHT + " -chores")).containsExactly("2611.30001");
        assertThat(preview("upvotes:>=1 -" + SOUGHT)).hasSize(4);
        List<String> listed = given().queryParam("q", SOUGHT)
                .get("/api/papers")
                .then()
                .statusCode(200)
                .extract()
                .path("papers.id");
        assertThat(listed).containsExactlyInAnyOrder("2611.30001", "2611.30002");
        var feed = given().queryParam("q", SOUGHT).get("/feed.atom").asString();
        assertThat(feed).contains("Mimicry", "Copying Chores").doesNotContain("Deep Waters");
        var found = Jsoup.parse(given().queryParam("q", SOUGHT).get("/search").asString());
        assertThat(found.select("article h2").eachText()).containsExactlyInAnyOrder("Mimicry", "Copying Chores");
    }

    @Test
    void aDigestHoldsWhatIsCloseAndSaysWhy() {
        house.importActive("ada@meaning.example", "\"like:\"\"robots that learn from watching people\"\"\"");

        house.send(Map.of("day", "2026-11-20", "audience", Map.of("emails", List.of("ada@meaning.example"))));

        var mail = (String) house.newestMail("ada@meaning.example").get("text");
        assertThat(mail)
                .contains("Mimicry", "Copying Chores", "close to: robots that learn from watching people")
                .doesNotContain("Deep Waters");
        assertThat(house.count("select count(*) from text_vector")).isOne();
    }

    @Test
    void aPaperStandsForWhatIsLikeIt() {
        assertThat(preview("like:2611.30001")).contains("2611.30002").doesNotContain("2611.30001");
        given().queryParam("q", "rain like:2611.39999")
                .get("/api/filters/preview")
                .then()
                .statusCode(400)
                .body("position", org.hamcrest.Matchers.is(5));
        var page = Jsoup.parse(given().get("/paper/2611.30001").asString());
        assertThat(page.select("a[href^=/search?q=like]").attr("href"))
                .isEqualTo("/search?q=like%3A2611.30001&order=best");
        assertThat(page.select("a[href^=/?q=like]").attr("href")).isEqualTo("/?q=like%3A2611.30001&name=Mimicry");
        var form = Jsoup.parse(given().queryParam("q", "like:2611.30001")
                .queryParam("name", "Mimicry")
                .get("/")
                .asString());
        assertThat(form.select("#query-0").val()).isEqualTo("like:2611.30001");
        assertThat(form.select("#name-0").val()).isEqualTo("Mimicry");
    }

    @Test
    void oneSentenceIsEnoughOfAForm() {
        var form = Jsoup.parse(given().formParam("ownWords", "robots that learn\nfrom \"watching\" people")
                .formParam("email", "nobody")
                .post("/")
                .asString());

        assertThat(form.select("#ownWords").val()).isEqualTo("robots that learn from 'watching' people");
        assertThat(form.select("#preview-own li").eachText()).contains("Mimicry");
        assertThat(form.select("details.more").hasAttr("open")).isFalse();
        assertThat(form.select("#query-0").val()).isEmpty();
    }

    @Test
    void aTextThatIsNotEnglishGetsAHint() {
        List<String> hints = given().queryParam("q", "like:\"Roboter, die von Menschen und nicht von Daten lernen\"")
                .get("/api/filters/preview")
                .then()
                .statusCode(200)
                .extract()
                .path("hints.message");

        assertThat(hints).singleElement().asString().contains("does not look English");
    }

    private List<String> preview(String query) {
        return given().queryParam("q", query)
                .get("/api/filters/preview")
                .then()
                .statusCode(200)
                .extract()
                .path("papers.id");
    }
}
