package dev.paperround.admin.papers;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.Audited;
import dev.paperround.admin.DigestDays;
import dev.paperround.admin.UploadedText;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.RequiresScope;
import dev.paperround.admin.access.Scope;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import dev.paperround.paper.ingest.IngestRecord;
import dev.paperround.paper.ingest.IngestRecords;
import dev.paperround.paper.ingest.IngestReport;
import dev.paperround.paper.ingest.Ingests;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import dev.paperround.paper.source.huggingface.HuggingFaceRows;
import dev.paperround.paper.source.savedpage.SavedPage;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/admin/papers")
@AdminPage
@SignedIn
class AdminPapersPage {
    private static final int INGESTS = 40;

    @Inject
    PaperInput input;

    @Inject
    PaperRemovals removals;

    @Inject
    Papers papers;

    @Inject
    DigestDays days;

    @Inject
    IngestRecords records;

    record papers(
            String day,
            String text,
            IngestReport report,
            Problem refusal,
            List<Rejection> rejected,
            Message notice,
            List<IngestRecord> ingests,
            List<DigestDay> days)
            implements TemplateInstance {}

    @GET
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show(@QueryParam("asked") String asked, @QueryParam("busy") String busy) {
        var notice = asked != null
                ? Message.of(IngestMessages.class, say -> say.asked())
                : busy != null ? Message.of(IngestMessages.class, say -> say.busy()) : null;
        return AdminResponse.of(
                200, new papers(days.today().toString(), "", null, null, List.of(), notice, newest(), papers.days()));
    }

    @POST
    @Path("/ingests/{id}/undo")
    @Audited("ingest-undo")
    @RequiresScope(Scope.MANAGE)
    @Operation(hidden = true)
    public Response undo(@PathParam("id") String id) {
        removals.undo(id);
        return AdminResponse.seeOther("/admin/papers#ingests").build();
    }

    @POST
    @Path("/remove")
    @Audited("paper-remove")
    @RequiresScope(Scope.MANAGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response remove(@RestForm("paper") String paper) {
        removals.remove(paper == null ? "" : paper.strip());
        return AdminResponse.seeOther("/admin/papers#days").build();
    }

    @POST
    @Audited("ingest")
    @RequiresScope(Scope.SEND)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response take(@RestForm String day, @RestForm String text, @RestForm("file") FileUpload file)
            throws IOException {
        if (!PaperInput.isText(file)) {
            return refused(
                    day,
                    "",
                    Problem.of(
                            400, Message.of(IngestMessages.class, say -> say.notUtf8(StandardCharsets.UTF_8.name()))));
        }
        var handedOver = UploadedText.of(text, file);
        if (handedOver.isBlank()) {
            return refused(day, "", wrong("text", Message.of(AdminMessages.class, say -> say.pastePapers())));
        }
        var typed = UploadedText.pasted(text, file);
        var meant = DigestDays.read(day);
        if (meant.isEmpty()) {
            return refused(day, typed, wrong("day", DigestDays.wrong(day)));
        }
        var tooFar = input.refusal(meant.get());
        if (tooFar.isPresent()) {
            return refused(day, typed, wrong("day", tooFar.get()));
        }
        var taken = isJson(handedOver)
                ? input.take(Ingests.BY_HAND_JSON, meant.get(), rows(handedOver))
                : input.take(Ingests.BY_HAND_PAGE, meant.get(), SavedPage.read(handedOver, meant.get()));
        return taken.refusal() == null
                ? AdminResponse.of(
                        200, new papers(day, "", taken.report(), null, List.of(), null, newest(), papers.days()))
                : refused(day, typed, taken.refusal(), taken.rejected());
    }

    // Hugging Face's API answers with a JSON array, while a saved page starts with text.
    private static boolean isJson(String handedOver) {
        var begins = handedOver.strip().charAt(0);
        return begins == '[' || begins == '{';
    }

    private static ParseResult rows(String handedOver) throws IOException {
        return HuggingFaceRows.read(new ByteArrayInputStream(handedOver.getBytes(StandardCharsets.UTF_8)));
    }

    private Response refused(String day, String typed, Problem problem) {
        return refused(day, typed, problem, List.of());
    }

    private Response refused(String day, String typed, Problem problem, List<Rejection> rejected) {
        return AdminResponse.of(
                problem.status(),
                new papers(
                        day,
                        typed,
                        null,
                        problem,
                        rejected.stream().limit(100).toList(),
                        null,
                        newest(),
                        papers.days()));
    }

    private List<IngestRecord> newest() {
        return records.newest(Optional.empty(), Optional.empty(), INGESTS);
    }

    private static Problem wrong(String field, Message message) {
        return Problem.of(List.of(new FieldError(field, message)));
    }
}
