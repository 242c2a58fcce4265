package dev.paperround.admin.papers;

import dev.paperround.admin.Audited;
import dev.paperround.admin.DigestDays;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.ingest.IngestReport;
import dev.paperround.paper.ingest.Ingests;
import dev.paperround.paper.ingest.PaperPolls;
import dev.paperround.paper.source.huggingface.HuggingFaceRows;
import dev.paperround.paper.source.huggingface.HuggingFaceSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/ingest")
@RolesAllowed(Scope.TO_READ)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: papers")
class IngestResource {
    static final Message BUSY = Message.of(IngestMessages.class, say -> say.busy());

    @Inject
    PaperPolls polls;

    @Inject
    PaperInput input;

    @Inject
    DigestDays days;

    @POST
    @Audited("ingest")
    @RolesAllowed(Scope.TO_SEND)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add papers",
            description =
                    "application/json: the array that Hugging Face's /api/daily_papers answers; a row that names its "
                            + "own list day is filed there. text/plain: a saved Daily Papers page. day: today in UTC when left out.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.ARRAY)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "200", description = "What became of each item")
    @APIResponse(responseCode = "400", description = "The input cannot be read")
    @APIResponse(responseCode = "422", description = "The input holds no paper")
    public IngestReport rows(@QueryParam("day") String dayText, InputStream body) throws IOException {
        return input.take(Ingests.BY_HAND_JSON, day(dayText), HuggingFaceRows.read(body))
                .orRefuse();
    }

    @POST
    @Audited("ingest")
    @RolesAllowed(Scope.TO_SEND)
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public IngestReport page(@QueryParam("day") String dayText, @Context HttpHeaders headers, byte[] body) {
        return input.page(day(dayText), body, charset(headers.getMediaType())).orRefuse();
    }

    private static Charset charset(MediaType type) {
        var name = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, StandardCharsets.UTF_8.name());
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(415, Message.of(IngestMessages.class, say -> say.noCharset(name)))
                    .exception();
        }
    }

    @POST
    @Audited("ingest-ask")
    @RolesAllowed(Scope.TO_SEND)
    @Path("/huggingface")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Fetch from Hugging Face now",
            description = "day: today in UTC when left out; never a later one.")
    @APIResponse(responseCode = "409", description = "It is being asked already, and that takes long")
    @APIResponse(responseCode = "502", description = "The source did not answer as it should")
    public IngestReport huggingFace(@QueryParam("day") String dayText) {
        var day = Parameter.day("day", dayText).orElse(days.today());
        if (day.isAfter(days.today())) {
            throw wrongDay("“" + day + "” is still to come; the source knows days up to " + days.today() + " (UTC).");
        }
        var asked = polls.ask(HuggingFaceSource.NAME, day)
                .orElseThrow(() -> Problem.of(409, BUSY).exception());
        if (asked.failure().isPresent() && asked.reading().holdsNoPaper()) {
            throw Problem.of(502, asked.failure().get()).exception();
        }
        return asked.report();
    }

    private LocalDate day(String text) {
        var day = Parameter.day("day", text).orElse(days.today());
        input.refusal(day).ifPresent(message -> {
            throw wrongDay(message.toString());
        });
        return day;
    }

    private static RuntimeException wrongDay(String message) {
        return Problem.of(List.of(new FieldError("day", message))).exception();
    }
}
