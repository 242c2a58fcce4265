package dev.paperround.admin.sends;

import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Audited;
import dev.paperround.admin.Ids;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.SendControl;
import dev.paperround.sending.correction.UnknownResolver;
import dev.paperround.sending.report.DeliveryReport;
import dev.paperround.sending.report.DeliveryReports;
import dev.paperround.subscriber.EmailAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/deliveries")
@RolesAllowed(Scope.TO_READ)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: sends")
class DeliveriesResource {
    @Inject
    DeliveryReports reports;

    @Inject
    UnknownResolver resolver;

    @Inject
    AuditContext act;

    @GET
    @Operation(
            summary = "Who got what, and why not",
            description =
                    "Newest first; email, send and state (pending, sent, retrying, rejected, skipped, unknown) narrow "
                            + "it; limit: 100 by default, 1000 at most.")
    public List<DeliveryReport> list(
            @QueryParam("email") String email,
            @QueryParam("send") String send,
            @QueryParam("state") String state,
            @QueryParam("limit") String limit) {
        return reports.deliveries(new DeliveryReports.Wanted(
                address(email),
                blank(send) ? Optional.empty() : Optional.of(Parameter.number("send", send, 0L, 1, Long.MAX_VALUE)),
                word(state),
                Parameter.number("limit", limit, 100, 1, 1000)));
    }

    record Settlement(String as) {}

    @POST
    @Audited("delivery-settle")
    @RolesAllowed(Scope.TO_SEND)
    @Path("/{id}/settle")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Settle an unknown delivery",
            description =
                    "as: sent, where the relay is known to have had the mail; retry, to send it again, with the same "
                            + "Message-ID. The bytes are the same too unless the program died while sending; then they are written "
                            + "anew from the same papers.")
    @APIResponse(responseCode = "200", description = "Settled; the delivery as it is now")
    @APIResponse(responseCode = "409", description = "The delivery is not unknown, or its send was cancelled")
    public DeliveryReport settle(@PathParam("id") String id, Settlement settlement) {
        var as = as(settlement);
        Ids.read(id)
                .ifPresent(number ->
                        act.on(Message.of(AdminMessages.class, say -> say.onDelivery(number, settlement.as()))));
        var answer = Ids.read(id).flatMap(number -> resolver.settle(number, as));
        answer.flatMap(SendControl.Answer::refusal).ifPresent(why -> {
            throw Problem.of(409, why).exception();
        });
        return answer.flatMap(done -> Ids.read(id))
                .flatMap(reports::delivery)
                .orElseThrow(() -> new NotFoundException("No delivery has the id “" + id + "”."));
    }

    private static UnknownResolver.As as(Settlement settlement) {
        var word = settlement == null || settlement.as() == null ? "" : settlement.as();
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "sent" -> UnknownResolver.As.SENT;
            case "retry" -> UnknownResolver.As.RETRY;
            default -> throw wrong("as", "Say what it is settled as: sent or retry.");
        };
    }

    private static Optional<EmailAddress> address(String typed) {
        if (blank(typed)) {
            return Optional.empty();
        }
        var email = EmailAddress.parse(typed);
        return Optional.of(email.orElseThrow(() -> wrong("email", "“" + typed + "” is not an e-mail address.")));
    }

    static Optional<String> word(String typed) {
        if (blank(typed)) {
            return Optional.empty();
        }
        var words = Arrays.stream(DeliveryState.values()).map(it -> it.word).collect(Collectors.toSet());
        var word = typed.toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw wrong("state", "“" + typed + "” is none of pending, sent, retrying, rejected, skipped and unknown.");
        }
        return Optional.of(word);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static RuntimeException wrong(String field, String message) {
        return Problem.of(List.of(new FieldError(field, message))).exception();
    }
}
