package dev.paperround.web.pages;

import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NamePagesTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";

    private final Visitor visitor = new Visitor();

    @Test
    void anAuthorHasAPageWithPapersAFeedAndAWayToFollow() {
        ingest(
                paper("2611.20001", "Robots at Sea", "Windward Lab", "Jürgen Müller", "Ada Okafor"),
                paper("2611.20002", "Kites", "Leeward Lab", "Bo Li"));

        var page = visitor.page("/author/J%C3%BCrgen%20M%C3%BCller");

        assertThat(page.select("h1").text()).isEqualTo("Jürgen Müller");
        assertThat(page.title()).startsWith("Papers by Jürgen Müller");
        assertThat(page.select("article h2").eachText()).containsExactly("Robots at Sea");
        var feed = page.select("main a[href^=/feed.atom]").attr("href");
        assertThat(page.select("head link[type=application/atom+xml]").attr("href"))
                .isEqualTo(feed);
        given().urlEncodingEnabled(false).get(feed).then().statusCode(200).body(containsString("Robots at Sea"));
        var form = visitor.page(page.select("a.button").attr("href"));
        assertThat(page.select("a.button").text()).isEqualTo("Follow");
        assertThat(form.select("[name=query]").first().val()).isEqualTo("author:\"Jürgen Müller\"");
    }

    @Test
    void anOrganizationHasOneToo() {
        ingest(
                paper("2611.20001", "Robots at Sea", "Windward Lab", "Ada Okafor"),
                paper("2611.20002", "Kites", "Leeward Lab", "Bo Li"));

        var page = visitor.page("/organization/Windward%20Lab");

        assertThat(page.select("article h2").eachText()).containsExactly("Robots at Sea");
        assertThat(page.select("a.button").attr("href")).isEqualTo("/?q=org%3A%22Windward+Lab%22");
    }

    @Test
    void namesOnPagesLeadThere() {
        ingest(paper("2611.20001", "Robots at Sea", "Windward Lab", "Ada Okafor", "B", "C", "D", "Eve Stone"));

        for (var address : List.of("/papers/" + DAY, "/search?q=robots", "/paper/2611.20001", "/")) {
            var page = visitor.page(address);
            assertThat(page.select("a[href=/author/Ada%20Okafor]").text())
                    .as(address)
                    .isEqualTo("Ada Okafor");
            assertThat(page.select("a[href=/organization/Windward%20Lab]").text())
                    .as(address)
                    .isEqualTo("Windward Lab");
        }
        assertThat(visitor.page("/papers/" + DAY).select("article .meta").text())
                .startsWith("Ada Okafor, B, C, D and 1 more · Windward Lab · ");
        assertThat(visitor.page("/paper/2611.20001").select(".authors").text())
                .isEqualTo("Ada Okafor, B, C, D, Eve Stone");
    }

    @Test
    void namesOnTheDigestsPageLeadThere() {
        ingest(paper("2611.20001", "Robots at Sea", "Windward Lab", "Ada Okafor"));
        house.subscribe("names@web.example", "robots");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));

        var page = visitor.page("/digest/" + House.linkIn(house.newestMail("names@web.example"), "digest"));

        assertThat(page.select("article a[href=/author/Ada%20Okafor]").text()).isEqualTo("Ada Okafor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller/Okafor",
                "O'Brien \"Ace\" Stone",
                "100% Lab",
                "A&B <b>Lab</b>",
                "C++ / C# Team?",
                "a;b=c",
                "Lab \\ Two",
                "智谱 实验室",
                "Lab #1 + Friends"
            })
    void anyNameLeadsToItsPapers(String name) {
        ingest(paper("2611.20001", "Robots at Sea", name, name), paper("2611.20002", "Kites", "Leeward", "Bo Li"));

        var paper = visitor.page("/paper/2611.20001");

        for (var link : List.of(
                paper.select(".authors a").first(), paper.select(".meta bdi a").first())) {
            var page = visitor.page(link.attr("href"));
            assertThat(page.select("article h2").eachText())
                    .as(link.attr("href"))
                    .containsExactly("Robots at Sea");
            assertThat(visitor.page(page.select("a.button").attr("href"))
                            .select("#q-error, .error")
                            .text())
                    .isEmpty();
        }
    }

    @Test
    void aNameNobodyHasIsNotFound() {
        ingest(paper("2611.20001", "Robots at Sea", "Windward Lab", "Ada Okafor"));
        var unknown = visitor.page("/author/Nobody", 404);

        assertThat(unknown.select("main").text()).contains("No papers by “Nobody” have been featured here yet.");
        assertThat(unknown.select("main a[href^=/?q]").attr("href")).isEqualTo("/?q=author%3A%22Nobody%22");
        for (var name :
                List.of("%22", "%20", "%2F", "-", "x".repeat(3000), "%E6%9D%8E".repeat(300), "a%00b", "%5C", "..")) {
            for (var start : List.of("/author/", "/organization/")) {
                var page = visitor.browser().urlEncodingEnabled(false).get(start + name);
                assertThat(page.statusCode()).as(name).isEqualTo(404);
                assertThat(page.contentType()).startsWith("text/html");
            }
        }
        visitor.browser().get("/author/Ada%20Okafor?page=first").then().statusCode(400);
    }

    @Test
    void manyPapersComeInPages() {
        ingest(IntStream.range(0, 25)
                .mapToObj(i -> paper("2611.3%04d".formatted(i), "Robots No. " + i, "Windward Lab", "Ada Okafor"))
                .toArray());

        var first = visitor.page("/author/Ada%20Okafor");
        var second = visitor.page(first.select("a[rel=next]").attr("href"));

        assertThat(first.select("article")).hasSize(20);
        assertThat(second.select("article")).hasSize(5);
        assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo("/author/Ada%20Okafor");
        assertThat(visitor.page("/author/Ada%20Okafor?page=99").select("article"))
                .hasSize(5);
    }

    @Test
    void thePageSpeaksTheReadersLanguage() {
        ingest(paper("2611.20001", "Robots at Sea", "Windward Lab", "Ada Okafor"));

        assertThat(visitor.page("/author/Ada%20Okafor?lang=de")
                        .select("a.button")
                        .text())
                .isEqualTo("Folgen");
        assertThat(visitor.page("/author/Ada%20Okafor?lang=zh")
                        .select("a.button")
                        .text())
                .isEqualTo("关注");
    }

    private void ingest(Object... papers) {
        house.ingestRows(DAY, rows(papers)).statusCode(200);
    }

    private static Map<String, Object> paper(String id, String title, String organization, String... authors) {
        return Map.of(
                "paper",
                Map.of(
                        "id",
                        id,
                        "title",
                        title,
                        "summary",
                        "Waves.",
                        "organization",
                        Map.of("fullname", organization),
                        "authors",
                        Stream.of(authors).map(it -> Map.of("name", it)).toList()));
    }
}
