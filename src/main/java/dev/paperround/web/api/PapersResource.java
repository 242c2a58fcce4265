package dev.paperround.web.api;

import dev.paperround.http.parameters.Parameter;
import dev.paperround.matching.archive.ArchiveSearch;
import dev.paperround.matching.query.Query;
import dev.paperround.paper.DigestDay;
import dev.paperround.paper.PaperView;
import dev.paperround.paper.Papers;
import dev.paperround.paper.citation.CitationFormat;
import dev.paperround.web.Citations;
import dev.paperround.web.PaperSearch;
import dev.paperround.web.WantedFormat;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Papers")
class PapersResource {
    @Inject
    Papers papers;

    @Inject
    PaperSearch search;

    @Inject
    Citations citations;

    private static final String FORMATS =
            "format: json, bibtex, ris or csl-json, for clients that cannot choose by Accept";

    record Page(int total, List<PaperView> papers) {}

    @GET
    @Path("/papers")
    @Operation(
            summary = "Papers, newest day first",
            description = "day: featured that day; q: a filter's query; limit: 50 by default, 200 at most; " + FORMATS)
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "The papers",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Page.class)),
                @Content(mediaType = CitationFormat.BIBTEX_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CitationFormat.RIS_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CitationFormat.CSL_JSON_TYPE, schema = @Schema(type = SchemaType.ARRAY))
            })
    @APIResponse(responseCode = "400", description = "A parameter is wrong; errors name it")
    @APIResponse(responseCode = "406", description = "None of the accepted media types is available")
    public Response list(
            @QueryParam("day") String dayText,
            @QueryParam("q") String q,
            @QueryParam("limit") String limitText,
            @QueryParam("offset") String offsetText,
            @QueryParam("format") String format,
            @Context HttpHeaders headers) {
        var wanted = WantedFormat.ofProgram(format, headers.getAcceptableMediaTypes());
        var day = Parameter.day("day", dayText);
        var limit = Parameter.number("limit", limitText, 50, 1, 200);
        var offset = Parameter.number("offset", offsetText, 0, 0, Integer.MAX_VALUE);
        var query = q == null || q.isBlank() ? Optional.<Query>empty() : Optional.of(PaperSearch.query(q));
        var found =
                search.find(ArchiveSearch.everything().matching(query).on(day).page(offset, limit));
        return wanted.map(it -> citations.response(it, found.papers()))
                .orElseGet(() -> json(new Page(
                        found.total(),
                        found.papers().stream().map(PaperView::of).toList())));
    }

    @GET
    @Path("/papers/{id: .+}")
    @Operation(summary = "One paper, by its id or any it was known by before", description = FORMATS)
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PaperView.class)),
                @Content(mediaType = CitationFormat.BIBTEX_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CitationFormat.RIS_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CitationFormat.CSL_JSON_TYPE, schema = @Schema(type = SchemaType.ARRAY))
            })
    @APIResponse(responseCode = "400", description = "The format is unknown")
    @APIResponse(responseCode = "404", description = "There is no such paper")
    @APIResponse(responseCode = "406", description = "None of the accepted media types is available")
    public Response one(@PathParam("id") String id, @QueryParam("format") String format, @Context HttpHeaders headers) {
        var wanted = WantedFormat.ofProgram(format, headers.getAcceptableMediaTypes());
        var paper = papers.find(id).orElseThrow(() -> new NotFoundException("No paper has the id “" + id + "”."));
        return wanted.map(it -> citations.response(it, List.of(paper))).orElseGet(() -> json(PaperView.of(paper)));
    }

    private static Response json(Object found) {
        return Response.ok(found, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GET
    @Path("/digests")
    @Operation(summary = "The days that have papers, newest first")
    public List<DigestDay> digests() {
        return papers.days();
    }
}
