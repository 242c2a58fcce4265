package dev.paperround.web.api;

import dev.paperround.http.Callers;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.preferences.PreferencesForm;
import dev.paperround.subscriber.preferences.PreferencesForm.FilterForm;
import dev.paperround.subscriber.signup.Subscriptions;
import dev.paperround.web.forms.SignUpGateway;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/subscriptions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscribing")
class SubscriptionsResource {
    static final String BAD_EMAIL = "“%s” is not an e-mail address such as ada@example.org.";

    @Inject
    SignUpGateway door;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Callers callers;

    record SignUpForm(
            String email,
            List<FilterForm> filters,
            String frequency,
            String weekday,
            String sendAt,
            String timeZone,
            Integer maxPapers,
            String language,

            @Schema(description = "Proof of work, where /api/challenge wants one")
            String altcha) {
        PreferencesForm preferences() {
            return new PreferencesForm(filters, frequency, weekday, sendAt, timeZone, maxPapers, null, null, language);
        }
    }

    record ConfirmForm(String token) {}

    record Status(String status) {}

    record Confirmed(String status, String manageToken) {}

    @POST
    @Operation(
            summary = "Sign up",
            description =
                    "Only email is required; without a filter it is trending:10, the ten papers of each day with the most upvotes. A mail with a link to confirm follows; the "
                            + "answer is the same whether the address is new, pending, active or suppressed. "
                            + "language of the mails: one that the pages offer, such as de; en if left out.")
    @APIResponse(responseCode = "202", description = "Taken in; the rest comes by mail")
    @APIResponse(responseCode = "400", description = "What is wrong, field by field")
    @APIResponse(responseCode = "429", description = "Too many from one network or in all; Retry-After says when")
    public Response signUp(SignUpForm form) {
        var typed = form == null ? new SignUpForm(null, null, null, null, null, null, null, null, null) : form;
        var email = EmailAddress.parse(typed.email());
        var checked = typed.preferences().check();
        var errors = new ArrayList<FieldError>();
        if (email.isEmpty()) {
            errors.add(new FieldError(
                    "email",
                    BAD_EMAIL.formatted(typed.email() == null ? "" : PreferencesForm.beginning(typed.email()))));
        }
        errors.addAll(checked.errors());
        if (errors.isEmpty()) {
            door.unproven(typed.altcha()).ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            return Problem.of(errors).response();
        }
        door.signUp(email.orElseThrow(), checked.preferences().orElseThrow());
        return Response.accepted(new Status("CHECK_YOUR_INBOX")).build();
    }

    @POST
    @Path("/confirm")
    @Operation(summary = "Confirm a sign-up with the token of the mail's link; works once, within 7 days")
    @APIResponse(responseCode = "200", description = "Active; the token opens /api/subscription")
    @APIResponse(responseCode = "404", description = "No token of ours")
    @APIResponse(responseCode = "410", description = "The token was used or has expired")
    public Response confirm(ConfirmForm form) {
        var confirmation = subscriptions.confirm(
                form == null ? null : form.token(),
                Optional.of(callers.network().prefix()));
        return switch (confirmation.link()) {
            case GOOD ->
                Response.ok(new Confirmed("ACTIVE", confirmation.manageToken())).build();
            case SPENT ->
                Problem.of(410, "This link was used or has expired. Sign up again for a fresh one.")
                        .response();
            case FOREIGN ->
                Problem.of(404, "This is no token from a confirmation mail.").response();
        };
    }
}
