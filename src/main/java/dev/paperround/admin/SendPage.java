package dev.paperround.admin;

import dev.paperround.delivery.DeliveryReport;
import dev.paperround.delivery.SendControl;
import dev.paperround.delivery.SendReports;
import dev.paperround.delivery.Sends;
import dev.paperround.language.OperatorSentence;
import dev.paperround.language.Said;
import dev.paperround.problem.FieldError;
import dev.paperround.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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

/** Starting a send, and following it. */
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
    SendControl control;

    @Inject
    Overview overview;

    @Inject
    SendPreviews previews;

    @Inject
    CurrentAct act;

    record before(SendForm form, SendPreviews.Shown shown) implements TemplateInstance {}

    record send(SendLine line, String state, List<DeliveryReport> deliveries) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response list() {
        return PageAnswer.seeOther("/admin").build();
    }

    @POST
    @Act("send-start")
    @Needs(Scope.SEND)
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
            return PageAnswer.of(400, overview.with(checked.form()));
        }
        if (preview != null) {
            return PageAnswer.of(
                    200,
                    new before(checked.form(), previews.of(checked.request().get())));
        }
        var pressed = Optional.ofNullable(key).filter(it -> it.matches("[0-9a-f-]{36}"));
        var started = sends.start(checked.request().get(), pressed);
        started.ifPresent(it -> SendsResource.note(act, it));
        return started.map(
                        send -> PageAnswer.seeOther("/admin/sends/" + send.id).build())
                .orElseGet(() -> PageAnswer.of(
                        422,
                        overview.with(
                                form.with(List.of(new FieldError("form", Said.of(OperatorSentence.FORM_USED)))))));
    }

    @GET
    @Path("/{id}")
    @Produces(PageAnswer.HTML)
    @Operation(hidden = true)
    public Response show(@RestPath String id, @RestQuery String state) {
        var line = Numbers.read(id)
                .flatMap(reports::find)
                .map(SendLine::new)
                .orElseThrow(() -> new NotFoundException(OperatorSentence.NO_SEND.toPrograms(id)));
        var wanted = DeliveriesResource.word(state);
        var deliveries = reports.deliveries(
                new SendReports.Wanted(Optional.empty(), Optional.of(line.send().id()), wanted, LISTED));
        return PageAnswer.of(200, new send(line, wanted.orElse(""), deliveries));
    }

    @POST
    @Act("send-control")
    @Needs(Scope.SEND)
    @Path("/{id}/{action: pause|resume|cancel}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(@RestPath String id, @RestPath String action) {
        var wanted = SendControl.Action.valueOf(action.toUpperCase(Locale.ROOT));
        act.on(words(wanted).toPrograms(id));
        var answer = Numbers.read(id)
                .flatMap(number -> control.change(number, wanted))
                .orElseThrow(() -> new NotFoundException(OperatorSentence.NO_SEND.toPrograms(id)));
        answer.refusal().ifPresent(why -> {
            throw Problem.of(409, why).exception();
        });
        return PageAnswer.seeOther("/admin/sends/" + id).build();
    }

    private static OperatorSentence words(SendControl.Action action) {
        return switch (action) {
            case PAUSE -> OperatorSentence.ON_PAUSE;
            case RESUME -> OperatorSentence.ON_RESUME;
            case CANCEL -> OperatorSentence.ON_CANCEL;
        };
    }
}
