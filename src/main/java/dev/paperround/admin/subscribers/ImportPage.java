package dev.paperround.admin.subscribers;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.Audited;
import dev.paperround.admin.UploadedText;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.RequiresScope;
import dev.paperround.admin.access.Scope;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.lists.ImportReport;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/admin/import")
@AdminPage
@SignedIn
class ImportPage {
    @Inject
    SubscriberFiles files;

    record take(String text, ImportReport report, Message refusal) implements TemplateInstance {}

    @GET
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show() {
        return AdminResponse.of(200, new take("", null, null));
    }

    @POST
    @Audited("subscribers-import")
    @RequiresScope(Scope.MANAGE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response take(@RestForm String text, @RestForm("file") FileUpload file) throws IOException {
        var typed = UploadedText.pasted(text, file);
        if (UploadedText.isEmpty(text, file)) {
            return AdminResponse.of(400, new take("", null, Message.of(AdminMessages.class, say -> say.pasteList())));
        }
        try (var csv = UploadedText.stream(text, file)) {
            var result = files.read(csv);
            return result.refusal() == null
                    ? AdminResponse.of(200, new take("", result.report(), null))
                    : AdminResponse.of(400, new take(typed, null, result.refusal()));
        }
    }
}
