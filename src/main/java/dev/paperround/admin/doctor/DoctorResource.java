package dev.paperround.admin.doctor;

import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/doctor")
@RolesAllowed(Scope.TO_READ)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: health")
class DoctorResource {
    @Inject
    Doctor doctor;

    @GET
    @Operation(
            summary = "What would keep a digest from reaching somebody",
            description =
                    "Looks at settings, relays (up to the login; nothing is sent), clock, schema, papers and the DNS of the "
                            + "sender's domain, which may take some seconds. state: ok, warn, fail or skipped; mend: what to do "
                            + "about a warn or fail.")
    public List<Check> look() {
        return doctor.look();
    }
}
