package dev.paperround.admin.sends;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Audited;
import dev.paperround.admin.DigestDays;
import dev.paperround.admin.Ids;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.sending.Send;
import dev.paperround.sending.SendControl;
import dev.paperround.sending.SendRequest;
import dev.paperround.sending.Sends;
import dev.paperround.sending.report.SendProgress;
import dev.paperround.sending.report.SendReports;
import dev.paperround.subscriber.EmailAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/sends")
@RolesAllowed(Scope.TO_READ)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: sends")
@SecurityScheme(
        securitySchemeName = AdminAuthentication.SCHEME,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "PAPERROUND_ADMIN_TOKEN, or a token made at /api/admin/tokens whose scope reaches so far")
class SendsResource {
    private static final int LISTED = 100;
    private static final String WHO = "Say who gets the mail: {\"all\": true}, or {\"emails\": [\"ada@example.org\"]}.";

    @Inject
    Sends sends;

    @Inject
    SendReports reports;

    @Inject
    SendControl control;

    @Inject
    DigestDays days;

    @Inject
    AuditContext act;

    record Audience(Boolean all, List<String> emails) {}

    record SendForm(
            LocalDate day,
            Audience audience,
            boolean force,
            @JsonProperty("dryRun") boolean dryRun) {}

    @POST
    @Audited("send-start")
    @RolesAllowed(Scope.TO_SEND)
    @Operation(
            summary = "Send digests by hand",
            description =
                    "Minds consent, suppression and what was received, but neither hour nor frequency. day: the newest "
                            + "digest day up to today when left out. force: also papers that were received; dryRun: plan and count "
                            + "only. The same call with the same Idempotency-Key starts nothing new.")
    @APIResponse(responseCode = "202", description = "Started; Location tells where to follow it")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another call")
    public Response start(SendForm form, @HeaderParam("Idempotency-Key") String key) {
        if (form == null) {
            return Problem.of(400, "The body is missing. " + WHO).response();
        }
        var errors = new ArrayList<FieldError>();
        var audience = audience(form.audience(), errors);
        if (key != null && (key.isBlank() || key.length() > 200)) {
            errors.add(new FieldError("Idempotency-Key", "A key has 1 to 200 characters."));
        }
        if (form.day() != null && !Parameter.isUsual(form.day())) {
            errors.add(new FieldError("day", "“" + form.day() + "” is not a date such as 2026-11-20."));
        }
        if (!errors.isEmpty()) {
            return Problem.of(errors).response();
        }
        var day = form.day() == null ? days.newest() : form.day();
        var send = sends.start(
                new SendRequest(day, form.day() != null, audience, form.force(), form.dryRun()),
                Optional.ofNullable(key));
        send.ifPresent(it -> note(act, it));
        return send.map(SendsResource::accepted)
                .orElseGet(() -> Problem.of(422, "This Idempotency-Key was used for another call; choose a new one.")
                        .response());
    }

    static void note(AuditContext act, Send send) {
        act.on(
                send.dryRun
                        ? Message.of(AdminMessages.class, say -> say.onDryRun(send.id, send.day))
                        : Message.of(AdminMessages.class, say -> say.onSendOfDay(send.id, send.day)));
        if (send.audience != null) {
            act.counts(send.audience.size());
        }
    }

    private static Response accepted(Send send) {
        return Response.accepted(SendProgress.starting(send))
                // Response.location would turn this into an absolute URL based on the Host header.
                .header("Location", "/api/admin/sends/" + send.id)
                .build();
    }

    private static Optional<List<EmailAddress>> audience(Audience audience, List<FieldError> errors) {
        var all = audience != null && Boolean.TRUE.equals(audience.all());
        var named = audience != null && audience.emails() != null;
        if (all == named || named && audience.emails().isEmpty()) {
            errors.add(new FieldError("audience", WHO));
            return Optional.empty();
        }
        if (all) {
            return Optional.empty();
        }
        var addresses = new ArrayList<EmailAddress>();
        for (var i = 0; i < audience.emails().size(); i++) {
            var typed = audience.emails().get(i);
            var field = "audience.emails[" + i + "]";
            EmailAddress.parse(typed)
                    .ifPresentOrElse(
                            addresses::add,
                            () -> errors.add(new FieldError(field, "“" + typed + "” is not an e-mail address.")));
        }
        return Optional.of(addresses);
    }

    @GET
    @Operation(summary = "The newest sends, at most 100")
    public List<SendProgress> list() {
        return reports.newest(LISTED);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Follow a send",
            description =
                    "planned: the mails to be sent; skipped: those left out with a reason; unknown: the connection "
                            + "died between the final dot and the reply, so the relay may have the mail or not. mailsPerSecond: over "
                            + "the last seconds while sending, on the whole once done; secondsLeft: at that speed; "
                            + "pauseReason: why it is paused; waitingFor: what keeps mails from leaving.")
    public SendProgress one(@PathParam("id") String id) {
        return Ids.read(id).flatMap(reports::find).orElseThrow(() -> unknown(id));
    }

    @POST
    @Audited("send-pause")
    @RolesAllowed(Scope.TO_SEND)
    @Path("/{id}/pause")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Let no more mails of a send leave",
            description = "Those on the wire finish. Takes effect within two seconds, on every instance.")
    @APIResponse(responseCode = "200", description = "Paused; where the send stands")
    @APIResponse(responseCode = "409", description = "It is paused, done or cancelled already")
    public SendProgress pause(@PathParam("id") String id) {
        return change(id, SendControl.Action.PAUSE);
    }

    @POST
    @Audited("send-resume")
    @RolesAllowed(Scope.TO_SEND)
    @Path("/{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Go on with a send that is paused, where an operator paused it")
    @APIResponse(responseCode = "200", description = "Going on; where the send stands")
    @APIResponse(responseCode = "409", description = "It is not paused")
    public SendProgress resume(@PathParam("id") String id) {
        return change(id, SendControl.Action.RESUME);
    }

    @POST
    @Audited("send-cancel")
    @RolesAllowed(Scope.TO_SEND)
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "End a send early",
            description =
                    "Mails on the wire finish; the others are skipped with this reason, and their papers do not count as "
                            + "received. finishedAt is set once all have been.")
    @APIResponse(responseCode = "200", description = "Cancelled; where the send stands")
    @APIResponse(responseCode = "409", description = "It is done or cancelled already")
    public SendProgress cancel(@PathParam("id") String id) {
        return change(id, SendControl.Action.CANCEL);
    }

    private SendProgress change(String id, SendControl.Action action) {
        Ids.read(id).ifPresent(number -> act.on(Message.of(AdminMessages.class, say -> say.onSend(number))));
        var answer = Ids.read(id).flatMap(number -> control.change(number, action));
        answer.flatMap(SendControl.Answer::refusal).ifPresent(why -> {
            throw Problem.of(409, why).exception();
        });
        return answer.flatMap(done -> Ids.read(id)).flatMap(reports::find).orElseThrow(() -> unknown(id));
    }

    private static WebApplicationException unknown(String id) {
        return Problem.of(404, Message.of(SendMessages.class, say -> say.noSuchSend(id)))
                .exception();
    }
}
