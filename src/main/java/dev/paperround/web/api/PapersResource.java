package dev.paperround.web.api;

import dev.paperround.http.parameters.Parameter;
import dev.paperround.matching.archive.ArchiveSearch;
import dev.paperround.matching.query.Query;
import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Paper;
import dev.paperround.paper.PaperView;
import dev.paperround.paper.Papers;
import dev.paperround.web.PaperSearch;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Papers")
class PapersResource {
    @Inject
    Papers papers;

    @Inject
    PaperSearch search;

    record Page(int total, List<PaperView> papers) {}

    @GET
    @Path("/papers")
    @Operation(
            summary = "Papers, newest day first",
            description = "day: featured that day; q: a filter's query; limit: 50 by default, 200 at most")
    public Page list(
            @QueryParam("day") String dayText,
            @QueryParam("q") String q,
            @QueryParam("limit") String limitText,
            @QueryParam("offset") String offsetText) {
        var day = Parameter.day("day", dayText);
        var limit = Parameter.number("limit", limitText, 50, 1, 200);
        var offset = Parameter.number("offset", offsetText, 0, 0, Integer.MAX_VALUE);
        var query = q == null || q.isBlank() ? Optional.<Query>empty() : Optional.of(PaperSearch.query(q));
        var found =
                search.find(ArchiveSearch.everything().matching(query).on(day).page(offset, limit));
        return new Page(
                found.total(), found.papers().stream().map(PaperView::of).toList());
    }

    @GET
    @Path("/papers/{id: .+}")
    @Operation(summary = "One paper, by its id or any it was known by before")
    public PaperView one(@PathParam("id") String id) {
        return papers.find(id)
                .map((Paper paper) -> PaperView.of(paper))
                .orElseThrow(() -> new NotFoundException("No paper has the id “" + id + "”."));
    }

    @GET
    @Path("/digests")
    @Operation(summary = "The days that have papers, newest first")
    public List<DigestDay> digests() {
        return papers.days();
    }
}
