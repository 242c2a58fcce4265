package dev.paperround.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArchiveTest extends EmptyHouse {
    @Test
    void aPaperIsFoundAsSoonAsItIsTakenInAndByItsNewWordsOnceItHasChanged() {
        ingest("2026-11-16", House.row("2611.00001", "Kites over dunes", "They fly.", 3));
        assertThat(found("kites")).containsExactly("2611.00001");

        ingest("2026-11-17", House.row("2611.00001", "Lanterns over dunes", "They fly.", 4));

        assertThat(found("kites")).isEmpty();
        assertThat(found("lanterns upvotes:<4")).isEmpty();
        assertThat(found("lanterns upvotes:>=4")).containsExactly("2611.00001");
    }

    @Test
    void aPaperThatIsGoneIsNotFound() {
        ingest(
                "2026-11-16",
                House.row("2611.00001", "Kites", "They fly.", 3),
                House.row("2611.00002", "Kites too", "", 3));
        assertThat(found("kites")).containsExactly("2611.00001", "2611.00002");

        house.sql("delete from paper where public_id = '2611.00001'");
        house.sql("update paper_revision set revision = revision + 1");

        assertThat(found("kites")).containsExactly("2611.00002");
    }

    @Test
    void moreChangesThanFitIntoOneBatchAreAllTakenIn() {
        var rows = IntStream.range(0, 1_200)
                .mapToObj(i -> House.row("2611.%05d".formatted(i), "Kite " + i, "It flies.", i % 7))
                .toArray();

        ingest("2026-11-16", rows);

        // On a busy machine an answer does not wait for so many, and says what is indexed so far.
        await().untilAsserted(() -> assertThat(total("kite")).isEqualTo(1_200));
        assertThat(total("\"kite 1199\"")).isEqualTo(1);
    }

    @Test
    void aDatabasePutBackToABackupIsIndexedAnew() {
        ingest("2026-11-16", House.row("2611.00001", "Kites", "They fly.", 3));
        assertThat(found("kites")).hasSize(1);

        // The rows go without a trace, as they do when files are put back.
        house.sql("alter table paper disable trigger user; alter table paper_day disable trigger user;"
                + "update paper set title = 'Lanterns'; update paper_revision set revision = 1;"
                + "alter table paper enable trigger user; alter table paper_day enable trigger user");

        assertThat(found("kites")).isEmpty();
        assertThat(found("lanterns")).containsExactly("2611.00001");
    }

    @Test
    void everyDoorFindsTheSame() {
        ingest(
                "2026-11-16",
                House.row("2611.00001", "Kites over dunes", "They fly.", 3),
                House.row("2611.00002", "Dunes", "No kite flies.", 9),
                House.row("2611.00003", "Dunes again", "Sand.", 9));
        var ids = List.of("2611.00001", "2611.00002");

        assertThat(found("kite -again")).isEqualTo(ids);
        assertThat(given().get("/api/filters/preview?q=kite -again&days=300")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("papers.id"))
                .isEqualTo(ids);
        assertThat(given().get("/feed.atom?q=kite -again")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("Kites over dunes", "No kite flies.")
                .doesNotContain("Dunes again");
        assertThat(given().get("/search?q=kite -again&order=best")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .containsSubsequence("over dunes", "/paper/2611.00002")
                .doesNotContain("2611.00003");
    }

    private void ingest(String day, Object... rows) {
        house.ingestRows(day, House.rows(rows)).statusCode(200);
    }

    private static List<String> found(String query) {
        return given().queryParam("q", query)
                .get("/api/papers")
                .then()
                .statusCode(200)
                .extract()
                .path("papers.id");
    }

    private static int total(String query) {
        return given().queryParam("q", query)
                .get("/api/papers")
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }
}
