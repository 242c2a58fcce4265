package dev.paperround.admin;

import dev.paperround.bounce.BounceAnswer;
import dev.paperround.bounce.BounceLog;
import dev.paperround.bounce.Bounces;
import dev.paperround.language.OperatorSentence;
import dev.paperround.problem.Parameter;
import dev.paperround.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/bounces")
@RolesAllowed(Scope.TO_READ)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: bounces and suppressions")
class BouncesResource {
    static final String TOO_LONG = OperatorSentence.MAIL_TOO_LONG.toPrograms(Bounces.LONGEST);

    @Inject
    Bounces bounces;

    @Inject
    BounceLog log;

    @POST
    @Act("bounce")
    @RolesAllowed(Scope.TO_SEND)
    @Consumes("message/rfc822")
    @Operation(
            summary = "Take in a bounce or a complaint, as received",
            description =
                    "A delivery status notification (RFC 3464), a notice of qmail or Exim, or a feedback report (RFC 5965). It "
                            + "counts only where it carries what this program signed: the envelope sender b+…@…, the Message-ID, "
                            + "or in a complaint the unsubscribe link. result is suppressed (no more mail to the address), "
                            + "recorded (kept, nothing to do or not yet), duplicate (said before of the same mail) or ignored "
                            + "(forged, foreign, or an automatic reply: nothing changed). kind is HARD, SOFT, POLICY, DELAYED, "
                            + "RELAYED, EXPANDED, DELIVERED, COMPLAINT, NOT_SPAM or OTHER. Hard bounces and complaints suppress at "
                            + "once, soft ones after several days in a row. A delivery that failed becomes rejected, even "
                            + "if the relay had accepted it; one that was unknown and arrived becomes sent.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "message/rfc822", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "200", description = "What became of it")
    @APIResponse(responseCode = "413", description = "Longer than 10 MiB")
    @APIResponse(responseCode = "422", description = "Not a mail, or neither a bounce nor a complaint")
    public BounceAnswer take(InputStream body) throws IOException {
        var mail = body.readNBytes(Bounces.LONGEST + 1);
        if (mail.length > Bounces.LONGEST) {
            throw Problem.of(413, TOO_LONG).exception();
        }
        var taken = bounces.take(mail);
        if (taken.refusal() != null) {
            throw Problem.of(422, taken.refusal()).exception();
        }
        return taken.answer();
    }

    @GET
    @Operation(summary = "What came back, newest first", description = "limit: 100 by default, 1000 at most.")
    public List<BounceLog.Line> list(@QueryParam("limit") String limit) {
        return log.newest(Parameter.number("limit", limit, 100, 1, 1000));
    }
}
