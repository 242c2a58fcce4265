package dev.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.subscriber.token.Links;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@QuarkusTest
class FeedTest extends EmptyHouse {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Inject
    Links links;

    @BeforeEach
    void papers() {
        house.ingestRows(
                        "2026-11-17",
                        House.rows(
                                House.row(
                                        "2611.70001",
                                        "Kelp <em>Farms</em> & 𝔊ulls",
                                        "A < B & \"C\" ]]> \uFFFE end.",
                                        3),
                                House.row("2611.70002", "Oyster Beds", "They grow.", 5)))
                .statusCode(200);
    }

    @Test
    void theFeedOfAFilterHoldsWhatMatches() throws Exception {
        var feed = feed("/feed.atom?q=kelp");

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("Paper Round: kelp");
        assertThat(feed.getUri()).startsWith("urn:uuid:");
        assertThat(feed.getLinks())
                .extracting(it -> it.getRel() + " " + it.getHref())
                .containsExactlyInAnyOrder(
                        "self " + links.to("/feed.atom?q=kelp"), "alternate " + links.to("/search?q=kelp"));
        assertThat(feed.getEntries()).hasSize(1);
        var entry = feed.getEntries().get(0);
        assertThat(entry.getTitle()).isEqualTo("Kelp <em>Farms</em> & 𝔊ulls");
        assertThat(entry.getLink()).isEqualTo(links.to("/paper/2611.70001"));
        assertThat(entry.getAuthors()).extracting("name").containsExactly("Ada Okafor");
        assertThat(entry.getUpdatedDate()).isEqualTo("2026-11-17T00:00:00Z");
        var content = entry.getContents().get(0);
        assertThat(content.getType()).isEqualTo("html");
        assertThat(Jsoup.parse(content.getValue()).text()).contains("A < B & \"C\" ]]>", "Ada Okafor");
        assertThat(Jsoup.parse(content.getValue()).select("em, script")).isEmpty();
    }

    @Test
    void theFeedIsWellFormedAndHasWhatAtomRequires() throws Exception {
        var xml = xml("/feed.atom");

        var root = xml.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(root.getLocalName()).isEqualTo("feed");
        for (var required : new String[] {"id", "title", "updated", "author"}) {
            assertThat(root.getElementsByTagNameNS(ATOM, required).getLength())
                    .as(required)
                    .isPositive();
        }
        assertThat(root.getElementsByTagNameNS(ATOM, "entry").getLength()).isEqualTo(2);
        assertThat(feed("/feed.atom").getUri())
                .startsWith("urn:uuid:")
                .isEqualTo(feed("/feed.atom").getUri())
                .isNotEqualTo(feed("/feed.atom?q=kelp").getUri());
    }

    @Test
    void anEntryKeepsItsIdWhateverIsLearntOfThePaper() throws Exception {
        house.ingestPage("2026-11-16", """
                        Tidal Memory in Crabs

                        Crabs remember the tide for four days.

                          • 2 authors
                        ·
                        Nov 16
                        """).statusCode(200);
        var before = entry("crabs");

        house.ingestRows(
                        "2026-11-18",
                        House.rows(House.row("2611.70009", "Tidal Memory in Crabs", "Crabs remember the tide.", 8)))
                .statusCode(200);
        var after = entry("crabs");

        assertThat(after.getLink()).isNotEqualTo(before.getLink()).endsWith("/paper/2611.70009");
        assertThat(after.getUri()).isEqualTo(before.getUri()).startsWith("urn:uuid:");
        assertThat(after.getPublishedDate()).isEqualTo("2026-11-16T00:00:00Z");
        assertThat(after.getUpdatedDate()).isEqualTo("2026-11-18T00:00:00Z");
    }

    @Test
    void onlyTheNewestFiftyAreListed() throws Exception {
        var rows = IntStream.rangeClosed(10, 69)
                .mapToObj(i -> House.row("2611.710" + i, "Reef " + i, "Corals.", i))
                .toArray();
        house.ingestRows("2026-11-18", House.rows(rows)).statusCode(200);

        assertThat(feed("/feed.atom").getEntries()).hasSize(50).allSatisfy(entry -> assertThat(entry.getTitle())
                .startsWith("Reef"));
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        var answer = given().get("/feed.atom?q=kelp").then().statusCode(200).extract();
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=600");
        assertThat(answer.contentType()).startsWith("application/atom+xml");

        given().header("If-None-Match", answer.header("ETag"))
                .get("/feed.atom?q=kelp")
                .then()
                .statusCode(304)
                .header("ETag", answer.header("ETag"))
                .header("Cache-Control", "public, max-age=600")
                .body(equalTo(""));
        given().header("If-Modified-Since", answer.header("Last-Modified"))
                .get("/feed.atom?q=kelp")
                .then()
                .statusCode(304);
        given().header("If-None-Match", "\"other\"")
                .get("/feed.atom?q=kelp")
                .then()
                .statusCode(200);

        house.ingestRows("2026-11-18", House.rows(House.row("2611.70003", "Kelp Again", "More of it.", 1)))
                .statusCode(200);
        given().header("If-None-Match", answer.header("ETag"))
                .get("/feed.atom?q=kelp")
                .then()
                .statusCode(200)
                .body(containsString("Kelp Again"));
    }

    @Test
    void aVoteMoreIsNoNews() {
        var tag = given().get("/feed.atom?q=oyster").header("ETag");
        house.sql("update paper set upvotes = 99");
        house.sql("update paper_revision set revision = revision + 1");

        given().header("If-None-Match", tag).get("/feed.atom?q=oyster").then().statusCode(304);
    }

    @Test
    void aFeedWithoutAPaperIsAFeed() throws Exception {
        house.empty();
        assertThat(feed("/feed.atom").getEntries()).isEmpty();
        assertThat(feed("/feed.atom?q=kelp").getEntries()).isEmpty();
    }

    @Test
    void aWrongQueryIsAProblemForProgramsAndAPageForPeople() {
        given().get("/feed.atom?q=kelp+(")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("position", equalTo(5))
                .body("errors[0].field", equalTo("q"));
        given().accept("text/html")
                .get("/feed.atom?q=-kelp")
                .then()
                .statusCode(400)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<html"));
    }

    private SyndEntry entry(String query) throws Exception {
        var entries = feed("/feed.atom?q=" + query).getEntries();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static SyndFeed feed(String address) throws Exception {
        return new SyndFeedInput().build(new StringReader(text(address)));
    }

    private static Document xml(String address) throws Exception {
        var strict = DocumentBuilderFactory.newInstance();
        strict.setNamespaceAware(true);
        return strict.newDocumentBuilder().parse(new InputSource(new StringReader(text(address))));
    }

    private static String text(String address) {
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
