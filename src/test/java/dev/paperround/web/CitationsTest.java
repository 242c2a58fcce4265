package dev.paperround.web;

import static dev.paperround.House.linkIn;
import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static dev.paperround.testing.CitationReaders.bibTex;
import static dev.paperround.testing.CitationReaders.cslJson;
import static dev.paperround.testing.CitationReaders.field;
import static dev.paperround.testing.CitationReaders.ris;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import de.undercouch.citeproc.ris.RISReference;
import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jbibtex.Key;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CitationsTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final String BIBTEX = "application/x-bibtex";
    private static final String RIS = "application/x-research-info-systems";
    private static final String CSL_JSON = "application/vnd.citationstyles.csl+json";

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void papers() {
        house.ingestRows(
                DAY,
                rows(
                        row("2611.20001", "Robots & $\\pi_0$ at Sea", "Waves.", 4),
                        row("cs/0112017", "An Old Robot", "Rust.", 2),
                        row("10.1101/2026.11.01.7", "Cells", "Cells float.", 1)));
    }

    @ParameterizedTest
    @CsvSource({BIBTEX + ", bibtex", RIS + ", ris", CSL_JSON + ", csl-json"})
    void aPaperIsGivenInTheFormAskedFor(String type, String name) {
        var accepted = given().accept(type).get("/api/papers/2611.20001").then().statusCode(200);
        var named = given().accept("text/plain")
                .queryParam("format", name)
                .get("/api/papers/2611.20001")
                .then()
                .statusCode(200);

        accepted.contentType(equalTo(type + ";charset=UTF-8")).header("Vary", "Accept");
        named.contentType(equalTo(type + ";charset=UTF-8"));
        assertThat(named.extract().asString())
                .isEqualTo(accepted.extract().asString())
                .contains("2611.20001");
    }

    @Test
    void texInATitleIsReadableInEachForm() {
        var entry = bibTex(get(BIBTEX, "/api/papers/2611.20001")).get(new Key("arXiv:2611.20001"));

        assertThat(field(entry, "title")).isEqualTo("{Robots \\& π₀ at Sea}");
        assertThat(field(entry, "author")).isEqualTo("Okafor, Ada");
        assertThat(field(entry, "eprint")).isEqualTo("2611.20001");
        assertThat(ris(get(RIS, "/api/papers/2611.20001")).get(0).getTitle()).isEqualTo("Robots & π₀ at Sea");
        assertThat(cslJson(get(CSL_JSON, "/api/papers/2611.20001")).get(0).getTitle())
                .isEqualTo("Robots & π₀ at Sea");
        assertThat(ris(get(RIS, "/api/papers/10.1101/2026.11.01.7")).get(0).getDOI())
                .isEqualTo("10.1101/2026.11.01.7");
    }

    @Test
    void aSearchIsGivenInTheFormAskedForWithItsLimit() {
        assertThat(bibTex(get(BIBTEX, "/api/papers")))
                .containsOnlyKeys(
                        new Key("arXiv:2611.20001"), new Key("arXiv:cs/0112017"), new Key("doi:10.1101/2026.11.01.7"));
        assertThat(ris(get(RIS, "/api/papers?q=robots&limit=1&offset=1")))
                .extracting(RISReference::getTitle)
                .containsExactly("An Old Robot");
        assertThat(cslJson(get(CSL_JSON, "/api/papers?q=nothing"))).isEmpty();
        given().accept(BIBTEX)
                .get("/api/papers?q=-robots")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("q"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                   | application/json",
                "application/*                         | application/json",
                "application/x-bibtex;q=0.5, */*;q=0.1 | application/x-bibtex",
                "text/html, */*;q=0.8                  | application/json",
                "application/json, application/x-bibtex;q=0.9 | application/json"
            })
    void theMostWantedFormIsChosen(String accept, String type) {
        var answer = given().header("Accept", accept).get("/api/papers/2611.20001");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(type);
    }

    @Test
    void whatCannotBeGivenIsRefused() {
        for (var path : List.of("/api/papers", "/api/papers/2611.20001")) {
            given().accept("application/pdf")
                    .get(path)
                    .then()
                    .statusCode(406)
                    .contentType("application/problem+json")
                    .body("detail", equalTo("This address cannot answer in the media type asked for."));
            for (var format : List.of("endnote", "BibTeX2", "../", "%", "x".repeat(2000))) {
                given().queryParam("format", format)
                        .get(path)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("errors.field", hasItem("format"));
            }
        }
        given().accept(BIBTEX)
                .get("/api/papers/2611.99999")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aDigestIsTakenAlongWhole() {
        house.subscribe(Map.of(
                "email",
                "along@web.example",
                "filters",
                List.of(Map.of("name", "Robots", "query", "robots")),
                "maxPapers",
                1));
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
        var path = "/digest/" + linkIn(house.newestMail("along@web.example"), "digest");

        var page = visitor.page(path);

        assertThat(page.select(".lead .links").text()).isEqualTo("All of these as BibTeX RIS CSL-JSON");
        var link = page.select(".lead .links a").get(0).attr("href");
        var answer = given().get(path + link).then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(bibTex(answer.extract().asString()))
                .containsOnlyKeys(new Key("arXiv:2611.20001"), new Key("arXiv:cs/0112017"));
        assertThat(ris(get(RIS, path))).hasSize(2);
        given().get(path + "?format=endnote").then().statusCode(400);
        given().get("/digest/v1.d.1.0.0.AAAA?format=ris").then().statusCode(404);
    }

    @Test
    void thePageOfAPaperServesReferenceManagers() {
        var page = visitor.page("/paper/2611.20001");

        assertThat(page.select("meta[name=citation_title]").attr("content")).isEqualTo("Robots & π₀ at Sea");
        assertThat(page.select("meta[name=citation_author]").attr("content")).isEqualTo("Ada Okafor");
        assertThat(page.select("meta[name=citation_abstract]").attr("content")).isEqualTo("Waves.");
        assertThat(page.select("meta[name=citation_pdf_url]").attr("content"))
                .isEqualTo("https://arxiv.org/pdf/2611.20001");
        assertThat(page.select("link[rel=alternate][type=" + BIBTEX + "]").attr("href"))
                .isEqualTo("/api/papers/2611.20001?format=bibtex");
        assertThat(page.select(".links a[href*=format]").eachText()).containsExactly("BibTeX", "RIS", "CSL-JSON");
        assertThat(visitor.page("/paper/10.1101/2026.11.01.7")
                        .select("meta[name=citation_doi]")
                        .attr("content"))
                .isEqualTo("10.1101/2026.11.01.7");
    }

    @Test
    void aSearchPageLinksToAllOfItsPapers() {
        var link =
                visitor.page("/search?q=robots").select("a[href*=format=ris]").attr("href");

        assertThat(ris(get("*/*", link))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/papers", "/api/papers/{id}"})
    void theDocumentNamesEveryForm(String path) {
        var answers = given().accept("application/json").get("/q/openapi").then();

        for (var type : List.of("application/json", BIBTEX, RIS, CSL_JSON)) {
            answers.body("paths.'" + path + "'.get.responses.'200'.content", hasKey(type));
        }
    }

    private static String get(String accept, String address) {
        return given().accept(accept)
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
