package dev.paperround.admin.bounces;

import dev.paperround.admin.Audited;
import dev.paperround.admin.Ids;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.bounce.BounceLog;
import dev.paperround.bounce.BounceResult;
import dev.paperround.bounce.Bounces;
import dev.paperround.bounce.message.BounceKind;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.BounceMessages;
import dev.paperround.i18n.Message;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    static final Message TOO_LONG = Message.of(BounceMessages.class, say -> say.mailTooLong(Bounces.LONGEST));

    @Inject
    Bounces bounces;

    @Inject
    BounceLog log;

    @POST
    @Audited("bounce")
    @RolesAllowed(Scope.TO_SEND)
    @Consumes("message/rfc822")
    @Operation(
            summary = "Take in what came back, as received",
            description =
                    "A bounce in whatever form the other system wrote it, a complaint (RFC 5965), or a mail that a reader's "
                            + "program sent to the mailto: of List-Unsubscribe. It counts only where it carries what this "
                            + "program signed: the envelope sender b+…@…, the header X-Paper-Round-Delivery, the Message-ID, "
                            + "or in a complaint the unsubscribe link. verdict is HARD (suppressed), SOFT (suppressed after "
                            + "several days in a row), POLICY (refused, no fault of the address), COMPLAINT (suppressed), "
                            + "UNSUBSCRIBE, or IGNORED (nothing changed: delayed, delivered, an automatic reply, forged, or "
                            + "not understood). result is suppressed, recorded, unsubscribed, duplicate (said before of the "
                            + "same mail) or ignored; kind says it in detail: HARD, SOFT, POLICY, DELAYED, RELAYED, EXPANDED, "
                            + "DELIVERED, COMPLAINT, NOT_SPAM, UNSUBSCRIBE, OTHER or UNREAD. What carries a token of ours and "
                            + "cannot be understood is kept and listed as UNREAD. A delivery that failed becomes rejected, "
                            + "even if the relay had accepted it; one that was unknown and arrived becomes sent.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "message/rfc822", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "200", description = "What became of it")
    @APIResponse(responseCode = "413", description = "Longer than 10 MiB")
    @APIResponse(responseCode = "422", description = "Not a mail, or one without a token of ours that is no bounce")
    public BounceResult take(InputStream body) throws IOException {
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
    @Operation(
            summary = "What came back, newest first",
            description =
                    "limit: 100 by default, 1000 at most. verdict: only those, such as UNREAD for what nobody could "
                            + "read; each with its subject and Message-ID as long as its text is kept.")
    public List<BounceLog.Line> list(@QueryParam("limit") String limit, @QueryParam("verdict") String verdict) {
        return log.newest(Parameter.number("limit", limit, 100, 1, 1000), verdict(verdict));
    }

    private static Optional<String> verdict(String given) {
        var wanted = Optional.ofNullable(given)
                .map(it -> it.strip().toUpperCase(Locale.ROOT))
                .filter(it -> !it.isEmpty());
        if (wanted.isPresent()
                && Arrays.stream(BounceKind.values())
                        .noneMatch(it -> it.listedAs().equals(wanted.get()))) {
            throw Problem.of(List.of(
                            new FieldError("verdict", Message.of(BounceMessages.class, say -> say.noVerdict(given)))))
                    .exception();
        }
        return wanted;
    }

    @GET
    @Path("/{id}/source")
    @Produces("text/plain; charset=UTF-8")
    @Operation(
            summary = "The mail that came back, as received",
            description = "Its first 64 KiB, for as long as PAPERROUND_BOUNCES_KEEP says.")
    @APIResponse(responseCode = "404", description = "No such mail, or its text is no longer kept")
    public byte[] source(@PathParam("id") String id) {
        return Ids.read(id).flatMap(log::source).orElseThrow(() -> Problem.of(
                        404, Message.of(BounceMessages.class, say -> say.noSuchBounce(id)))
                .exception());
    }
}
