package dev.paperround.admin;

import dev.paperround.delivery.Fence;
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
class FencePage {
    @Inject
    Fence fence;

    @POST
    @Act("fence-accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response accept(@FormParam("nothingSentSince") boolean nothingSentSince) {
        fence.accept(nothingSentSince);
        return PageAnswer.seeOther("/admin").build();
    }
}
