package dev.paperround.admin.subscribers;

import dev.paperround.admin.Audited;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.ListMessages;
import dev.paperround.i18n.Message;
import dev.paperround.sending.report.History;
import dev.paperround.sending.report.HistoryDay;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.lists.ImportReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/subscribers")
@RolesAllowed(Scope.TO_READ)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: subscribers")
class SubscribersResource {
    @Inject
    SubscriberFiles files;

    @Inject
    Erasure erasure;

    @Inject
    History history;

    @GET
    @Transactional
    @Operation(
            summary = "Subscribers, newest first",
            description =
                    "state: PENDING, ACTIVE, UNSUBSCRIBED or SUPPRESSED; q: part of the address; limit: 100 by default, "
                            + "1000 at most.")
    public List<SubscriberView> list(
            @QueryParam("state") String state,
            @QueryParam("q") String q,
            @QueryParam("limit") String limit,
            @QueryParam("offset") String offset) {
        return Subscriber.search(
                        state(state),
                        Optional.ofNullable(q).filter(it -> !it.isBlank()),
                        Parameter.number("limit", limit, 100, 1, 1000),
                        Parameter.number("offset", offset, 0, 0, Integer.MAX_VALUE))
                .stream()
                .map(SubscriberView::of)
                .toList();
    }

    static Optional<SubscriberState> state(String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(SubscriberState.values())
                .filter(it -> it.name().equals(typed.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.of(List.of(
                                new FieldError("state", Message.of(AdminMessages.class, say -> say.noState(typed)))))
                        .exception()));
    }

    @GET
    @Audited("subscribers-export")
    @Path("/export")
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "All subscribers as CSV, in the form of the import with further columns behind")
    public Response export() {
        return files.download();
    }

    @POST
    @Audited("subscribers-import")
    @RolesAllowed(Scope.TO_MANAGE)
    @Path("/import")
    @Consumes("text/csv")
    @Operation(
            summary = "Take in subscribers who consented elsewhere",
            description =
                    "Header email,queries,frequency,time_zone,send_at; several queries in one cell are separated by ; or a "
                            + "line break outside of a phrase. They are active at once. weekday, max_papers, language, "
                            + "paused_until, note_when_empty and filters (a JSON list of {name, query}, as the export "
                            + "writes it) are understood as well. UTF-8, or UTF-16 with a mark; columns between commas, "
                            + "semicolons or tabs; blank rows are passed over.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each row; line is that of the file on which the row begins, the header "
                    + "being line 1")
    @APIResponse(responseCode = "400", description = "The header is missing or names other columns")
    public ImportReport take(InputStream body) throws IOException {
        var result = files.read(body);
        if (result.refusal() != null) {
            throw Problem.of(400, result.refusal()).exception();
        }
        return result.report();
    }

    @GET
    @Path("/{email: .+}/history")
    @Operation(
            summary = "What became of a subscriber's last 14 days, and why",
            description =
                    "Local days, newest first, without those before they subscribed. outcome is SENT, NOT_SENT, PENDING, "
                            + "RETRYING, REJECTED or UNKNOWN; link leads to the digest on the web.")
    @APIResponse(responseCode = "404", description = "Nobody is known by this address")
    public List<HistoryDay> history(@PathParam("email") String typed) {
        return EmailAddress.parse(typed).flatMap(history::of).orElseThrow(() -> Problem.of(
                        404, Message.of(ListMessages.class, say -> say.nobodyKnown(typed)))
                .exception());
    }

    @DELETE
    @Audited("subscriber-erase")
    @RolesAllowed(Scope.TO_MANAGE)
    @Path("/{email: .+}")
    @Operation(summary = "Erase a subscriber")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "404", description = "Nobody is known by this address")
    public void erase(@PathParam("email") String typed) {
        if (!erasure.erase(typed)) {
            throw Problem.of(404, Message.of(ListMessages.class, say -> say.nobodyKnown(typed)))
                    .exception();
        }
    }
}
