package dev.paperround.admin.papers;

import dev.paperround.admin.Audited;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.paper.ingest.IngestRecord;
import dev.paperround.paper.ingest.IngestRecords;
import dev.paperround.paper.ingest.PaperRemoval;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/ingests")
@RolesAllowed(Scope.TO_READ)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: papers")
class IngestHistoryResource {
    @Inject
    IngestRecords records;

    @Inject
    PaperRemovals removals;

    @DELETE
    @Path("/{id}")
    @Audited("ingest-undo")
    @RolesAllowed(Scope.TO_MANAGE)
    @Operation(
            summary = "Undo an ingest",
            description =
                    "Takes out the papers, and the days of papers, that this ingest alone has added; what it changed of others stays, and "
                            + "so does what was sent. A source that is asked on a schedule counts as one ingest: the first that brought the paper.")
    @APIResponse(responseCode = "200", description = "How many papers and days were taken out")
    @APIResponse(responseCode = "404", description = "There is no such ingest, or it is older than 90 days")
    public PaperRemoval.Undone undo(@PathParam("id") String id) {
        return removals.undo(id);
    }

    @GET
    @Operation(
            summary = "What each ingest came to",
            description =
                    "Newest first, of the last 90 days; source (huggingface, arxiv, arxiv:cs.LG, manual-json, manual-page, sample) "
                            + "and day narrow it; limit: 100 by default, 1000 at most. A scheduled poll that brings nothing new "
                            + "is counted in times of the one before.")
    public List<IngestRecord> list(
            @QueryParam("source") String source, @QueryParam("day") String day, @QueryParam("limit") String limit) {
        return records.newest(
                Optional.ofNullable(source).map(String::strip).filter(it -> !it.isEmpty() && it.indexOf(0) < 0),
                Parameter.day("day", day),
                Parameter.number("limit", limit, 100, 1, 1000));
    }
}
