package dev.paperround.admin.sends;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Audited;
import dev.paperround.admin.Ids;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.RequiresScope;
import dev.paperround.admin.access.Scope;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.sending.SendControl;
import dev.paperround.sending.Sends;
import dev.paperround.sending.report.DeliveryReport;
import dev.paperround.sending.report.DeliveryReports;
import dev.paperround.sending.report.SendReports;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/admin/sends")
@AdminPage
@SignedIn
class SendPage {
    private static final int LISTED = 200;

    @Inject
    Sends sends;

    @Inject
    SendReports reports;

    @Inject
    DeliveryReports deliveryReports;

    @Inject
    SendControl control;

    @Inject
    Overview overview;

    @Inject
    SendPreviews previews;

    @Inject
    AuditContext act;

    record before(SendForm form, SendPreviews.Shown shown) implements TemplateInstance {}

    record send(SendLine line, String state, List<DeliveryReport> deliveries) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response list() {
        return AdminResponse.seeOther("/admin").build();
    }

    @POST
    @Audited("send-start")
    @RequiresScope(Scope.SEND)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response start(
            @RestForm String day,
            @RestForm String audience,
            @RestForm String emails,
            @RestForm String force,
            @RestForm String dryRun,
            @RestForm String key,
            @RestForm String preview) {
        var form = new SendForm(
                day, audience, emails == null ? "" : emails, force != null, dryRun != null, key, List.of());
        var checked = form.check();
        if (checked.request().isEmpty()) {
            return AdminResponse.of(400, overview.with(checked.form()));
        }
        if (preview != null) {
            return AdminResponse.of(
                    200,
                    new before(checked.form(), previews.of(checked.request().get())));
        }
        var pressed = Optional.ofNullable(key).filter(it -> it.matches("[0-9a-f-]{36}"));
        var started = sends.start(checked.request().get(), pressed);
        started.ifPresent(it -> SendsResource.note(act, it));
        return started.map(send ->
                        AdminResponse.seeOther("/admin/sends/" + send.id).build())
                .orElseGet(() -> AdminResponse.of(
                        422,
                        overview.with(form.with(List.of(
                                new FieldError("form", Message.of(SendMessages.class, say -> say.formUsed())))))));
    }

    @GET
    @Path("/{id}")
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show(@RestPath String id, @RestQuery String state) {
        var line = Ids.read(id).flatMap(reports::find).map(SendLine::new).orElseThrow(() -> Problem.of(
                        404, Message.of(SendMessages.class, say -> say.noSuchSend(id)))
                .exception());
        var wanted = DeliveriesResource.word(state);
        var deliveries = deliveryReports.deliveries(new DeliveryReports.Wanted(
                Optional.empty(), Optional.of(line.send().id()), wanted, LISTED));
        return AdminResponse.of(200, new send(line, wanted.orElse(""), deliveries));
    }

    @POST
    @Audited("send-control")
    @RequiresScope(Scope.SEND)
    @Path("/{id}/{action: pause|resume|cancel}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(@RestPath String id, @RestPath String action) {
        var wanted = SendControl.Action.valueOf(action.toUpperCase(Locale.ROOT));
        act.on(words(wanted, id));
        var answer = Ids.read(id)
                .flatMap(number -> control.change(number, wanted))
                .orElseThrow(() -> Problem.of(404, Message.of(SendMessages.class, say -> say.noSuchSend(id)))
                        .exception());
        answer.refusal().ifPresent(why -> {
            throw Problem.of(409, why).exception();
        });
        return AdminResponse.seeOther("/admin/sends/" + id).build();
    }

    private static Message words(SendControl.Action action, Object id) {
        return switch (action) {
            case PAUSE -> Message.of(AdminMessages.class, say -> say.onPause(id));
            case RESUME -> Message.of(AdminMessages.class, say -> say.onResume(id));
            case CANCEL -> Message.of(AdminMessages.class, say -> say.onCancel(id));
        };
    }
}
