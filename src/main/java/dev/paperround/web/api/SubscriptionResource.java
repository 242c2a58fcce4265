package dev.paperround.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.sending.correction.SubscriberEraser;
import dev.paperround.sending.report.History;
import dev.paperround.sending.report.HistoryDay;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.preferences.PreferencesForm;
import dev.paperround.subscriber.preferences.PreferencesForm.FilterForm;
import dev.paperround.subscriber.signup.Subscriptions;
import dev.paperround.web.PersonalData;
import dev.paperround.web.forms.SignUpGateway;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/subscription")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscribing")
@SecurityScheme(
        securitySchemeName = SubscriptionResource.SCHEME,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The token of a preferences link")
class SubscriptionResource {
    static final String SCHEME = "manageToken";

    @Inject
    SignUpGateway door;

    @Inject
    Subscriptions subscriptions;

    @Inject
    History history;

    @Inject
    PersonalData personalData;

    @Inject
    SubscriberEraser eraser;

    @Inject
    Clock clock;

    record LinkForm(
            String email,

            @Schema(description = "Proof of work, where /api/challenge wants one")
            String altcha) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubscriptionView(
            String email,
            String state,
            List<FilterForm> filters,
            String frequency,
            String weekday,
            String sendAt,
            String timeZone,
            int maxPapers,
            String pausedUntil,
            boolean noteWhenEmpty,
            String language,
            Instant createdAt,
            Instant nextDigestAt,
            List<HistoryDay> history) {
        static SubscriptionView of(Subscriber subscriber, List<HistoryDay> history) {
            var form = PreferencesForm.of(subscriber.preferences());
            return new SubscriptionView(
                    subscriber.email,
                    subscriber.state.name(),
                    form.filters(),
                    form.frequency(),
                    form.weekday(),
                    form.sendAt(),
                    form.timeZone(),
                    form.maxPapers(),
                    form.pausedUntil(),
                    form.noteWhenEmpty(),
                    form.language(),
                    subscriber.createdAt,
                    subscriber.nextDigestAt().orElse(null),
                    history);
        }
    }

    @GET
    @SecurityRequirement(name = SCHEME)
    @Operation(
            summary = "Read one's subscription",
            description =
                    "Authorization: Bearer {manageToken}. history: what became of the last 14 days, newest first; "
                            + "outcome is SENT, NOT_SENT, PENDING, RETRYING, REJECTED or UNKNOWN")
    public Response read(@Parameter(hidden = true) @HeaderParam("Authorization") String authorization) {
        return answer(subscriptions.find(token(authorization)));
    }

    @PUT
    @SecurityRequirement(name = SCHEME)
    @Operation(
            summary = "Replace one's preferences",
            description =
                    "Authorization: Bearer {manageToken}; what is left out gets its default. "
                            + "pausedUntil: the first day with a digest again, within a year; noteWhenEmpty: a short mail on "
                            + "days without a paper; language of the mails: one that the pages offer, such as de, kept where it is left out")
    public Response replace(
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization, PreferencesForm form) {
        var owner = subscriptions.find(token(authorization));
        if (owner.isEmpty()) {
            return unknown();
        }
        var checked = (form == null ? PreferencesForm.EMPTY : form)
                .orIn(owner.get().language())
                .check(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return checked.preferences().isEmpty()
                ? Problem.of(checked.errors()).response()
                : answer(subscriptions.replace(
                        token(authorization), checked.preferences().get()));
    }

    @DELETE
    @SecurityRequirement(name = SCHEME)
    @Operation(summary = "Erase oneself", description = "Authorization: Bearer {manageToken}")
    public Response erase(@Parameter(hidden = true) @HeaderParam("Authorization") String authorization) {
        var owner = subscriptions.find(token(authorization));
        if (owner.flatMap(it -> EmailAddress.parse(it.email))
                .filter(eraser::erase)
                .isEmpty()) {
            return unknown();
        }
        return Response.noContent().build();
    }

    @GET
    @Path("/export")
    @SecurityRequirement(name = SCHEME)
    @Operation(
            summary = "Everything held about oneself",
            description = "Authorization: Bearer {manageToken}. The subscription with the times of consent and of "
                    + "unsubscribing, sign-ups nobody confirmed, every delivery with its papers, state and reply, what "
                    + "came back, whether the address is suppressed, letters, mails asked for that are still to be "
                    + "sent, and what operators did to the subscription")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonalData.Held.class)))
    public Response export(@Parameter(hidden = true) @HeaderParam("Authorization") String authorization) {
        return subscriptions
                .find(token(authorization))
                .map(it -> Response.ok(personalData.of(it))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(SubscriptionResource::unknown);
    }

    @POST
    @Path("/link")
    @Operation(
            summary = "Have a fresh link to one's preferences mailed",
            description = "The answer tells nothing. Links given out before lead nowhere once the fresh "
                    + "one is used, here or for a change on its page; looking at the page is no use of it.")
    @APIResponse(responseCode = "202", description = "Taken in; a subscriber gets a mail, a few times a day")
    @APIResponse(responseCode = "400", description = "What is wrong, field by field")
    @APIResponse(responseCode = "429", description = "Too many from one network or in all; Retry-After says when")
    public Response link(LinkForm form) {
        var email = EmailAddress.parse(form == null ? null : form.email());
        if (email.isEmpty()) {
            var typed = form == null || form.email() == null ? "" : form.email();
            return Problem.of(List.of(new FieldError("email", SubscriptionsResource.BAD_EMAIL.formatted(typed))))
                    .response();
        }
        var unproven = door.unproven(form.altcha());
        if (unproven.isPresent()) {
            return Problem.of(List.of(unproven.get())).response();
        }
        door.mailLink(email.get());
        return Response.accepted(new SubscriptionsResource.Status("CHECK_YOUR_INBOX"))
                .build();
    }

    private Response answer(Optional<Subscriber> subscriber) {
        return subscriber
                .map(it -> Response.ok(SubscriptionView.of(it, history.of(it))).build())
                .orElseGet(SubscriptionResource::unknown);
    }

    private static Response unknown() {
        var problem = Problem.of(401, "Send the token of a preferences link in the header “Authorization: Bearer …”.");
        return Response.fromResponse(problem.response())
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    private static String token(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : null;
    }
}
