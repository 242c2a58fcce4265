package dev.paperround.admin.papers;

import dev.paperround.admin.Audited;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/papers")
@RolesAllowed(Scope.TO_MANAGE)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: papers")
class RemovedPapersResource {
    @Inject
    PaperRemovals removals;

    @DELETE
    @Path("/{id: .+}")
    @Audited("paper-remove")
    @Operation(
            summary = "Remove a paper",
            description =
                    "It is on no page, in no feed and in no mail that is planned from now on; mails that are planned keep it. What was "
                            + "sent stays known: should the paper come again, nobody gets it twice.")
    @APIResponse(responseCode = "204", description = "Taken out")
    @APIResponse(responseCode = "404", description = "There is no such paper")
    public void remove(@PathParam("id") String id) {
        removals.remove(id);
    }
}
