package dev.paperround.admin.bounces;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.Audited;
import dev.paperround.admin.Ids;
import dev.paperround.admin.UploadedText;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.RequiresScope;
import dev.paperround.admin.access.Scope;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.bounce.BounceLog;
import dev.paperround.bounce.BounceResult;
import dev.paperround.bounce.Bounces;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.BounceMessages;
import dev.paperround.i18n.Message;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/admin/bounces")
@AdminPage
@SignedIn
class BouncesPage {
    private static final int LISTED = 200;

    @Inject
    Bounces bounces;

    @Inject
    BounceLog log;

    record bounces(String text, BounceResult answer, Message refusal, List<BounceLog.Line> found)
            implements TemplateInstance {}

    @GET
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show() {
        return AdminResponse.of(200, new bounces("", null, null, log.newest(LISTED, Optional.empty())));
    }

    @POST
    @Audited("bounce")
    @RequiresScope(Scope.SEND)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response take(@RestForm String text, @RestForm("file") FileUpload file) throws IOException {
        var typed = UploadedText.pasted(text, file);
        if (typed.isBlank() && (file == null || file.size() == 0)) {
            return refused(400, "", Message.of(AdminMessages.class, say -> say.pasteMail()));
        }
        // A file is read as bytes because a mail can use any charset, or several.
        var mail = typed.isBlank()
                ? Files.readAllBytes(file.uploadedFile())
                : typed.stripLeading().getBytes(StandardCharsets.UTF_8);
        if (mail.length > Bounces.LONGEST) {
            return refused(413, "", BouncesResource.TOO_LONG);
        }
        var taken = bounces.take(mail);
        return taken.refusal() == null
                ? AdminResponse.of(200, new bounces("", taken.answer(), null, log.newest(LISTED, Optional.empty())))
                : refused(422, typed, taken.refusal());
    }

    // Serves plain text so that a stranger's HTML never runs.
    @GET
    @Path("/{id}/source")
    @Operation(hidden = true)
    public Response source(@PathParam("id") String id) {
        return Ids.read(id)
                .flatMap(log::source)
                .map(it -> Response.ok(it, "text/plain; charset=UTF-8").build())
                .orElseThrow(() -> Problem.of(404, Message.of(BounceMessages.class, say -> say.noSuchBounce(id)))
                        .exception());
    }

    private Response refused(int status, String typed, Message refusal) {
        return AdminResponse.of(status, new bounces(typed, null, refusal, log.newest(LISTED, Optional.empty())));
    }
}
