package dev.paperround.admin;

import dev.paperround.delivery.DeliveryReport;
import dev.paperround.delivery.DeliveryState;
import dev.paperround.delivery.SendReports;
import dev.paperround.problem.FieldError;
import dev.paperround.problem.Parameter;
import dev.paperround.problem.Problem;
import dev.paperround.subscription.EmailAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/deliveries")
@RolesAllowed(AdminAuthentication.ROLE)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: sends")
class DeliveriesResource {
    @Inject
    SendReports reports;

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
        return reports.deliveries(new SendReports.Wanted(
                address(email),
                blank(send) ? Optional.empty() : Optional.of(Parameter.number("send", send, 0L, 1, Long.MAX_VALUE)),
                word(state),
                Parameter.number("limit", limit, 100, 1, 1000)));
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
