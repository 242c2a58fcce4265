package dev.paperround.admin.sends;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import dev.paperround.sending.report.DeliveryReport;
import dev.paperround.sending.report.DeliveryReports;
import dev.paperround.sending.report.History;
import dev.paperround.sending.report.HistoryDay;
import dev.paperround.subscriber.EmailAddress;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/admin/deliveries")
@AdminPage
@SignedIn
class DeliveriesPage {
    private static final int LISTED = 200;

    @Inject
    DeliveryReports reports;

    @Inject
    History history;

    record deliveries(
            String email, String state, Message refusal, List<DeliveryReport> deliveries, List<HistoryDay> history)
            implements TemplateInstance {}

    @GET
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show(@RestQuery("email") String given, @RestQuery("state") String givenState) {
        var typed = given == null ? "" : given.strip();
        var state = DeliveriesResource.word(givenState);
        var email = EmailAddress.parse(typed);
        if (!typed.isEmpty() && email.isEmpty()) {
            var refusal = Message.of(AdminMessages.class, say -> say.noAddressSuchAs(typed));
            return AdminResponse.of(400, new deliveries(typed, state.orElse(""), refusal, List.of(), List.of()));
        }
        var found = reports.deliveries(new DeliveryReports.Wanted(email, Optional.empty(), state, LISTED));
        return AdminResponse.of(
                200,
                new deliveries(
                        typed,
                        state.orElse(""),
                        null,
                        found,
                        email.flatMap(history::of).orElse(List.of())));
    }
}
