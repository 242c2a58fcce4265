package dev.paperround.web.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.paperround.House;
import dev.paperround.subscriber.token.Links;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SitemapTest {
    @Inject
    House house;

    @Inject
    Links links;

    @Test
    void everyPublicPageIsListed() {
        house.empty();
        house.ingestRows("2026-11-17", House.rows(House.row("2611.80001", "Sand", "Grains.", 3)))
                .statusCode(200);

        var answer = given().get("/sitemap.xml").then().statusCode(200).extract();
        assertThat(answer.contentType()).startsWith("application/xml");
        var sitemap = Jsoup.parse(answer.asString(), Parser.xmlParser());
        assertThat(sitemap.select("urlset > url > loc").eachText())
                .containsExactly(
                        links.to("/"),
                        links.to("/papers"),
                        links.to("/search"),
                        links.to("/privacy"),
                        links.to("/papers/2026-11-17"),
                        links.to("/paper/2611.80001"));
        assertThat(sitemap.select("lastmod").eachText()).hasSize(1).allMatch(it -> it.endsWith("Z"));
        given().get("/sitemap-1.xml").then().statusCode(200);
        given().get("/sitemap-2.xml").then().statusCode(404);
        given().get("/sitemap-x.xml").then().statusCode(400);
    }

    @Test
    void aLongListComesInParts() {
        var addresses = IntStream.range(0, 7)
                .mapToObj(i -> new Sitemap.Address("https://papers.example.org/?a&b=" + i, Optional.empty()))
                .toList();
        var sitemap = new Sitemap(addresses, 3);

        var index = Jsoup.parse(sitemap.xml(part -> "https://papers.example.org/" + part), Parser.xmlParser());
        assertThat(index.select("sitemapindex > sitemap > loc").eachText())
                .containsExactly(
                        "https://papers.example.org/1", "https://papers.example.org/2", "https://papers.example.org/3");
        assertThat(Jsoup.parse(sitemap.part(3), Parser.xmlParser())
                        .select("loc")
                        .eachText())
                .containsExactly("https://papers.example.org/?a&b=6");
        assertThat(new Sitemap(addresses, 7).xml(part -> "")).contains("<urlset");
    }

    @Test
    void robotsAreToldWhatIsPrivate() {
        given().get("/robots.txt")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("Disallow: /preferences"))
                .body(containsString("Disallow: /confirm/"))
                .body(containsString("Disallow: /unsubscribe/"))
                .body(containsString("Disallow: /digest/"))
                .body(containsString("Disallow: /inbox"))
                .body(containsString("Disallow: /admin"))
                .body(containsString("Disallow: /api/"))
                .body(containsString("Sitemap: " + links.to("/sitemap.xml")));
    }
}
