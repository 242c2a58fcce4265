package dev.paperround.web;

import dev.paperround.digest.Archive;
import dev.paperround.matching.Query;
import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Paper;
import dev.paperround.paper.PaperView;
import dev.paperround.paper.Papers;
import dev.paperround.problem.Parameter;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
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
        if (q == null || q.isBlank()) {
            return new Page(
                    day.map(it -> papers.idsOn(it).size()).orElseGet(papers::count),
                    views(papers.newest(day, limit, offset)));
        }
        var query = PaperSearch.query(q);
        return search.askAll(archive -> found(archive, query, day, limit, offset));
    }

    private Page found(Archive archive, Query query, Optional<LocalDate> day, int limit, int offset) {
        var onDay = day.map(papers::idsOn);
        var found = archive.matching(query)
                .filter(id -> onDay.isEmpty() || onDay.get().contains(id))
                .toArray();
        var shown = Arrays.stream(found).skip(offset).limit(limit).boxed().toList();
        return new Page(found.length, views(papers.byIds(shown)));
    }

    private static List<PaperView> views(List<Paper> shown) {
        return shown.stream().map(PaperView::of).toList();
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
