package dev.paperround.web.feed;

import dev.paperround.http.parameters.Parameter;
import dev.paperround.paper.Papers;
import dev.paperround.subscriber.token.Links;
import dev.paperround.web.pages.PrivacyPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells search engines which pages they may index. */
@Path("/")
class SitemapResource {
    @Inject
    Papers papers;

    @Inject
    Links links;

    @CheckedTemplate(basePath = "Sitemap")
    static class Templates {
        static native TemplateInstance robots(String sitemap);
    }

    @GET
    @Path("robots.txt")
    @Operation(hidden = true)
    public Response robots() {
        return kept(Templates.robots(links.to("/sitemap.xml")).render(), "text/plain;charset=UTF-8");
    }

    @GET
    @Path("sitemap.xml")
    @Operation(hidden = true)
    public Response sitemap() {
        return xml(all().xml(part -> links.to("/sitemap-" + part + ".xml")));
    }

    @GET
    @Path("sitemap-{part}.xml")
    @Operation(hidden = true)
    public Response part(String part) {
        var all = all();
        var number = Parameter.number("part", part, 0, 0, Integer.MAX_VALUE);
        if (number < 1 || number > all.parts()) {
            throw new NotFoundException("There is no sitemap " + number + ".");
        }
        return xml(all.part(number));
    }

    private Sitemap all() {
        var pages = Stream.of("/", "/papers", "/search", PrivacyPage.PATH).map(links::to);
        var days = papers.days().stream().map(it -> links.to("/papers/" + it.day()));
        var whole = papers.stamps().stream()
                .map(it -> new Sitemap.Address(
                        links.to("/paper/" + it.publicId()),
                        Optional.of(it.updatedAt().truncatedTo(ChronoUnit.SECONDS))));
        var undated = Stream.concat(pages, days).map(url -> new Sitemap.Address(url, Optional.empty()));
        return new Sitemap(Stream.concat(undated, whole).toList(), Sitemap.MOST);
    }

    private static Response xml(String document) {
        return kept(document, "application/xml;charset=UTF-8");
    }

    private static Response kept(String text, String type) {
        return Response.ok(text, type)
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }
}
