package dev.paperround.admin.doctor;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.Audited;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.sending.installation.InstallationGuard;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/admin/fence")
@AdminPage
@SignedIn
class InstallationPage {
    @Inject
    InstallationGuard guard;

    @POST
    @Audited("fence-accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response accept(@FormParam("nothingSentSince") boolean nothingSentSince) {
        guard.accept(nothingSentSince);
        return AdminResponse.seeOther("/admin").build();
    }
}
