package dev.paperround.admin.doctor;

import dev.paperround.admin.Audited;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.sending.installation.InstallationGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/fence/accept")
@RolesAllowed(Scope.TO_MANAGE)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Tag(name = "Admin: health")
class InstallationResource {
    private static final String NOTHING_SENT_SINCE = "nothingSentSince";

    @Inject
    InstallationGuard guard;

    @POST
    @Audited("fence-accept")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Let this installation send what is in this database",
            description =
                    "Where the database was another installation's, nothing leaves before that. What is due by then "
                            + "leaves within seconds: make sure that the other one does not send it as well. In a database "
                            + "that was restored from a backup what was open, or fell due since, may have left after the "
                            + "backup: it becomes unknown, and its papers count as received.")
    @APIResponse(responseCode = "204", description = "The mails are this installation's from now on")
    @Parameter(
            name = NOTHING_SENT_SINCE,
            description = "true: the database was moved while nothing sent from it, so what is open leaves as usual",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @APIResponse(responseCode = "400", description = "nothingSentSince is neither true nor false")
    public void accept(@QueryParam(NOTHING_SENT_SINCE) String nothingSentSince) {
        guard.accept(dev.paperround.http.parameters.Parameter.flag(NOTHING_SENT_SINCE, nothingSentSince));
    }
}
