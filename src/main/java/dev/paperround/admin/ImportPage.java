package dev.paperround.admin;

import dev.paperround.language.OperatorSentence;
import dev.paperround.subscription.ImportReport;
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

/** Taking in subscribers who consented elsewhere. */
@Path("/admin/import")
@AdminPage
@SignedIn
class ImportPage {
    @Inject
    SubscriberFiles files;

    /** One of {@code report} and {@code refusal} once something was handed over. */
    record take(String text, ImportReport report, String refusal) implements TemplateInstance {}

    @GET
    @Produces(PageAnswer.HTML)
    @Operation(hidden = true)
    public Response show() {
        return PageAnswer.of(200, new take("", null, null));
    }

    @POST
    @Act("subscribers-import")
    @Needs(Scope.MANAGE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response take(@RestForm String text, @RestForm("file") FileUpload file) throws IOException {
        var typed = HandedOver.pasted(text, file);
        if (HandedOver.isEmpty(text, file)) {
            return PageAnswer.of(400, new take("", null, OperatorSentence.PASTE_LIST.english()));
        }
        try (var csv = HandedOver.stream(text, file)) {
            var result = files.read(csv);
            return result.refusal() == null
                    ? PageAnswer.of(200, new take("", result.report(), null))
                    : PageAnswer.of(400, new take(typed, null, result.refusal()));
        }
    }
}
