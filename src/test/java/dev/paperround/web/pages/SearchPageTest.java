package dev.paperround.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchPageTest extends EmptyHouse {
    private final Visitor visitor = new Visitor();

    @BeforeEach
    void papers() {
        house.ingestRows(
                        "2026-11-17",
                        House.rows(
                                House.row("2611.50001", "Tides & <Turns>", "We measure the tide at nine piers.", 3),
                                House.row("2611.50002", "Harbour Maps", "A map for every tide.", 50)))
                .statusCode(200);
        house.ingestRows(
                        "2026-11-18",
                        House.rows(House.row("2611.50003", "Lighthouse Codes", "Lamps that count by flashing.", 9)))
                .statusCode(200);
    }

    @Test
    void aSearchNotBegunShowsWhatCanBeAsked() {
        var page = visitor.page("/search");

        assertThat(page.select("h1").text()).isEqualTo("Search all papers");
        assertThat(page.select(".examples a").size()).isGreaterThan(5);
        assertThat(page.text()).contains("all 3 papers");
        assertThat(page.select("link[rel=canonical]")).hasSize(1);
        for (var example : page.select(".examples a").eachAttr("href")) {
            visitor.page(example);
        }
    }

    @Test
    void whatWasFoundIsCountedAndMarked() {
        var page = visitor.page("/search?q=tides");

        assertThat(page.select(".found p").first().text()).isEqualTo("2 of 3 papers match.");
        assertThat(page.select("article h2 a").eachAttr("href"))
                .containsExactly("/paper/2611.50001", "/paper/2611.50002");
        assertThat(page.select("article h2").first().html()).contains("<mark>Tides</mark> &amp; &lt;Turns&gt;");
        assertThat(page.select("article .excerpt mark").eachText()).containsExactly("tide", "tide");
        assertThat(page.select("article .meta a").first().attr("href")).isEqualTo("/papers/2026-11-17#2611.50001");
    }

    @Test
    void theBestCanComeFirst() {
        assertThat(visitor.page("/search?q=tide+OR+flashing")
                        .select("article h2 a")
                        .eachAttr("href"))
                .containsExactly("/paper/2611.50003", "/paper/2611.50001", "/paper/2611.50002");
        assertThat(visitor.page("/search?q=tide+OR+flashing&order=best")
                        .select("article h2 a")
                        .eachAttr("href"))
                .containsExactly("/paper/2611.50001", "/paper/2611.50002", "/paper/2611.50003");
    }

    @Test
    void aHitOutsideTitleAndAbstractIsShownWhereItIs() {
        var page = visitor.page("/search?q=author%3Aokafor&order=best");

        assertThat(page.select("article .passage").first().text()).isEqualTo("Authors: Ada Okafor");
        assertThat(page.select("article .passage mark").first().text()).isEqualTo("Okafor");
    }

    @Test
    void aSearchLeadsToItsSubscriptionAndItsFeed() {
        var page = visitor.page("/search?q=%22tide+maps%22+OR+lamps");

        assertThat(page.select("a:containsOwn(Subscribe to this search)").attr("href"))
                .isEqualTo("/?q=%22tide+maps%22+OR+lamps");
        assertThat(page.select("a:containsOwn(Feed)").first().attr("href"))
                .isEqualTo("/feed.atom?q=%22tide+maps%22+OR+lamps");
        assertThat(page.select("link[rel=alternate]").attr("href")).isEqualTo("/feed.atom?q=%22tide+maps%22+OR+lamps");
        assertThat(visitor.page("/?q=%22tide+maps%22+OR+lamps")
                        .select("#query-0")
                        .attr("value"))
                .isEqualTo("\"tide maps\" OR lamps");
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
    }

    @Test
    void aWrongQueryIsExplainedAtItsPlace() {
        var page = visitor.page("/search?q=tide+%3Cb%3E+(lamp", 400);

        assertThat(page.select("#q").attr("value")).isEqualTo("tide <b> (lamp");
        assertThat(page.select(".place").html()).contains("tide &lt;b&gt; <mark>(</mark>lamp");
        assertThat(page.select("#q-error").text()).contains("bracket").endsWith("(at character 9)");
        assertThat(page.select("#q").attr("aria-describedby").split(" "))
                .allSatisfy(id -> assertThat(page.getElementById(id)).isNotNull());
        assertThat(page.select(".examples")).isNotEmpty();
    }

    @Test
    void aSearchWithoutAHitOffersToWait() {
        var page = visitor.page("/search?q=submarine");

        assertThat(page.select(".found p").first().text()).isEqualTo("0 of 3 papers match.");
        assertThat(page.select("h2").text()).isEqualTo("No results yet");
        assertThat(page.select(".sheet a").attr("href")).isEqualTo("/?q=submarine");
    }

    @Test
    void manyHitsComeByPages() {
        var rows = IntStream.rangeClosed(10, 54)
                .mapToObj(i -> House.row("2611.600" + i, "Buoy number " + i, "It floats.", i))
                .toArray();
        house.ingestRows("2026-11-19", House.rows(rows)).statusCode(200);

        var first = visitor.page("/search?q=buoy&order=best");
        assertThat(first.select("article")).hasSize(20);
        assertThat(first.select("article h2").first().text()).isEqualTo("Buoy number 54");
        assertThat(first.select("a[rel=prev]")).isEmpty();
        assertThat(first.select("a[rel=next]").attr("href")).isEqualTo("/search?q=buoy&order=best&page=2");

        var last = visitor.page("/search?q=buoy&page=3");
        assertThat(last.select("article")).hasSize(5);
        assertThat(last.text()).contains("45 of 48 papers match, page 3 of 3.");
        assertThat(last.select("a[rel=prev]").attr("href")).isEqualTo("/search?q=buoy&page=2");
        assertThat(last.select("a[rel=next]")).isEmpty();
        assertThat(visitor.page("/search?q=buoy&page=999").select("article")).hasSize(5);

        visitor.browser()
                .get("/search?q=buoy&page=none")
                .then()
                .statusCode(400)
                .body(containsString("is not a whole number"));
    }
}
