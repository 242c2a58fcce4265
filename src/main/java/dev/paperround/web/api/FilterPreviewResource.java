package dev.paperround.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.Message;
import dev.paperround.matching.Highlighter;
import dev.paperround.matching.archive.ArchiveSearch;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.Field;
import dev.paperround.paper.Paper;
import dev.paperround.web.PaperSearch;
import dev.paperround.web.QueryHints;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/filters/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Filters")
class FilterPreviewResource {
    private static final int EXCERPT_LENGTH = 240;
    private static final int MOST_SHOWN = 200;

    @Inject
    PaperSearch search;

    @Inject
    QueryHints hints;

    record Preview(int matched, int considered, int days, List<Hit> papers, List<Hint> hints) {}

    record Hint(String message, String query) {}

    record Hit(String id, String title, LocalDate day, Highlights highlights) {}

    record Highlights(
            String title, @JsonProperty("abstract") String abstractText) {}

    @GET
    @Operation(
            summary = "What a filter would have found",
            description =
                    "Of the papers of so many days, the newest day with papers being the last of them; limit: how many "
                            + "of those that matched are shown, newest first, 200 at most and when left out. The same matcher picks the papers of a digest. Highlights are HTML-safe. "
                            + "hints: what may have been meant otherwise, each with the whole query that says it. "
                            + "lang: of hints and of what is said of a refused query: one that the pages offer, such as de; en if left out.")
    @APIResponse(responseCode = "400", description = "The query is refused; position is the character, from 0")
    @APIResponse(responseCode = "503", description = "Too much is asked of the archive just now; Retry-After says when")
    public Response preview(
            @QueryParam("q") String q,
            @QueryParam("days") String daysText,
            @QueryParam("limit") String limitText,
            @QueryParam("lang") @DefaultValue("en") String lang) {
        var language = Language.of(lang).orElse(Language.EN);
        var days = Parameter.number("days", daysText, 30, 1, 366);
        var limit = Parameter.number("limit", limitText, MOST_SHOWN, 0, MOST_SHOWN);
        var parsed = Query.parse(Objects.requireNonNullElse(q, ""));
        if (parsed.refusal().isPresent()) {
            var refusal = parsed.refusal().get();
            return Problem.of(List.of(
                            new FieldError("q", Message.asIs(refusal.why().in(language)), refusal.position())))
                    .response();
        }
        var query = parsed.query().orElseThrow();
        var meant = hints.of(q).stream()
                .map(it -> new Hint(it.message().in(language), it.query()))
                .toList();
        return Response.ok(preview(query, days, limit, meant)).build();
    }

    private Preview preview(Query query, int days, int limit, List<Hint> meant) {
        var found = search.find(ArchiveSearch.of(query).ofLast(days).page(0, limit));
        var hits = found.papers().stream().map(it -> hit(it, query)).toList();
        return new Preview(found.total(), found.considered(), days, hits, meant);
    }

    private static Hit hit(Paper paper, Query query) {
        var facts = paper.facts();
        var text = Objects.requireNonNullElse(facts.abstractText(), "");
        return new Hit(
                paper.publicId(),
                facts.title(),
                paper.day().orElse(null),
                new Highlights(
                        Highlighter.mark(facts.title(), Field.TITLE, List.of(query)),
                        Highlighter.excerpt(text, Field.ABSTRACT, List.of(query), EXCERPT_LENGTH)));
    }
}
