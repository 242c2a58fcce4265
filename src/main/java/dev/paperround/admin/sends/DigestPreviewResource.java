package dev.paperround.admin.sends;

import dev.paperround.admin.DigestDays;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.sending.planning.DigestPreviewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/preview")
@RolesAllowed(Scope.TO_READ)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Tag(name = "Admin: sends")
class DigestPreviewResource {
    @Inject
    DigestPreviews previews;

    @Inject
    DigestDays days;

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(
            summary = "The digest a subscriber would get",
            description = "As text/html, text/plain or message/rfc822, by Accept. day: today in UTC when left out. "
                    + "force: also papers that were received, as in a send with force.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML),
                @Content(mediaType = MediaType.TEXT_PLAIN),
                @Content(mediaType = "message/rfc822")
            })
    @APIResponse(responseCode = "404", description = "No such subscriber, or nothing to send; the detail says which")
    public String html(
            @QueryParam("email") String email, @QueryParam("day") String day, @QueryParam("force") String force) {
        return preview(email, day, force).mail().html().decoded();
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(hidden = true)
    public String text(
            @QueryParam("email") String email, @QueryParam("day") String day, @QueryParam("force") String force) {
        return preview(email, day, force).mail().text().decoded();
    }

    @GET
    @Produces("message/rfc822")
    @Operation(hidden = true)
    public byte[] message(
            @QueryParam("email") String email, @QueryParam("day") String day, @QueryParam("force") String force) {
        return preview(email, day, force).message();
    }

    private DigestPreviewer.Preview preview(String email, String dayText, String force) {
        var day = Parameter.day("day", dayText).orElse(days.today());
        var shown = previews.of(email, day, Parameter.flag("force", force));
        if (shown.problem() != null) {
            throw shown.problem().exception();
        }
        return shown.preview();
    }
}
