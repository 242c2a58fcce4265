package dev.paperround.admin.bounces;

import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Audited;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.bounce.ImprobableRefusals;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.Problem;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.lists.SuppressionImport;
import dev.paperround.subscriber.suppression.Suppression;
import dev.paperround.subscriber.suppression.SuppressionList;
import dev.paperround.subscriber.suppression.Suppressions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/suppressions")
@RolesAllowed(Scope.TO_READ)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: bounces and suppressions")
class SuppressionsResource {
    @Inject
    SuppressionList list;

    @Inject
    Suppressions suppressions;

    @Inject
    ImprobableRefusals improbable;

    @Inject
    SuppressionFiles files;

    @Inject
    AuditContext act;

    @GET
    @Operation(
            summary = "Suppressed addresses, newest first",
            description =
                    "Only a keyed hash of each is kept; email is told while a subscriber has it. q: an exact address, found "
                            + "whether or not anybody has it; or a part of a subscriber's; or a hash. limit: 100 by default, "
                            + "1000 at most.")
    public List<Suppression> list(
            @QueryParam("q") String q, @QueryParam("limit") String limit, @QueryParam("offset") String offset) {
        return list.search(
                q == null ? "" : q,
                Parameter.number("limit", limit, 100, 1, 1000),
                Parameter.number("offset", offset, 0, 0, Integer.MAX_VALUE));
    }

    @POST
    @Audited("suppression-add")
    @RolesAllowed(Scope.TO_MANAGE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Suppress an address, subscribed or not",
            description = "reason: OPERATOR when left out, else HARD_BOUNCE, SOFT_BOUNCES or COMPLAINT.")
    @APIResponse(responseCode = "201", description = "It is suppressed")
    @APIResponse(responseCode = "400", description = "Not an address, or another reason")
    public Response add(SuppressionForm form) {
        var given = Optional.ofNullable(form).orElseThrow(() -> Problem.of(400, "Send {\"email\":\"…\"} as JSON.")
                .exception());
        var email = given.address();
        act.on(email);
        suppressions.suppress(email, given.why());
        var suppression = list.search(email.key(), 1, 0).get(0);
        return Response.status(Response.Status.CREATED).entity(suppression).build();
    }

    @GET
    @Audited("suppressions-export")
    @Path("/export")
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "All suppressions as CSV: email (where known), reason, since, hash")
    public Response export() {
        return files.download();
    }

    @POST
    @Audited("suppressions-import")
    @RolesAllowed(Scope.TO_MANAGE)
    @Path("/import")
    @Consumes("text/csv")
    @Operation(
            summary = "Suppress a list of addresses",
            description =
                    "Header email,reason; the reason may be left out. What the export wrote is understood as well; its hashes "
                            + "mean something only to a program with the same PAPERROUND_SECRET.")
    @APIResponse(responseCode = "200", description = "What became of each line, the header being line 1")
    @APIResponse(responseCode = "400", description = "The header is missing or names other columns")
    public SuppressionImport.Report take(InputStream body) throws IOException {
        var result = files.read(body);
        if (result.refusal() != null) {
            throw Problem.of(400, result.refusal()).exception();
        }
        return result.report();
    }

    @DELETE
    @Audited("suppression-lift")
    @RolesAllowed(Scope.TO_MANAGE)
    @Path("/{email: .+}")
    @Operation(
            summary = "Lift a suppression",
            description =
                    "By address or hash. A subscriber is again what they were before: active if they had confirmed, "
                            + "unsubscribed if they had left or complained.")
    @APIResponse(responseCode = "204", description = "Lifted")
    @APIResponse(responseCode = "404", description = "It is not suppressed")
    public void lift(@PathParam("email") String typed) {
        EmailAddress.parse(typed).ifPresent(act::on);
        if (!lifted(suppressions, typed)) {
            throw new NotFoundException("“" + typed + "” is not suppressed.");
        }
    }

    @POST
    @Audited("suppressions-lift")
    @RolesAllowed(Scope.TO_MANAGE)
    @Path("/lift")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lift many suppressions",
            description =
                    "Those of a reason (HARD_BOUNCE, SOFT_BOUNCES, COMPLAINT, OPERATOR), since an instant, of a domain; at least "
                            + "one must be given, and all that are given must fit. A domain is known while a subscriber has the "
                            + "address.")
    @APIResponse(responseCode = "200", description = "How many were lifted")
    @APIResponse(responseCode = "400", description = "Nothing is given, or it cannot be read")
    public Lifted lift(SuppressionSelection choice) {
        var given = Optional.ofNullable(choice).filter(it -> !it.isEmpty()).orElseThrow(SuppressionSelection::nothing);
        var lifted = suppressions.lift(given.why(), given.from(), given.host());
        act.counts(lifted);
        return new Lifted(lifted);
    }

    @GET
    @Path("/held")
    @Operation(
            summary = "Domains whose refused addresses wait for a decision",
            description =
                    "More than 5 addresses and more than 20 % of a domain's that were mailed on a day were suddenly refused as "
                            + "“no such mailbox”, though the domain took mail lately: none of them is suppressed yet.")
    public List<ImprobableRefusals.Held> held() {
        return improbable.list();
    }

    @POST
    @Audited("suppressions-held")
    @RolesAllowed(Scope.TO_MANAGE)
    @Path("/held")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Suppress the addresses of a domain that wait, or let them be")
    @APIResponse(responseCode = "200", description = "How many addresses it concerned")
    @APIResponse(responseCode = "400", description = "The domain or the decision is missing")
    @APIResponse(responseCode = "404", description = "No address of that domain waits")
    public Decided decide(HeldDecision decision) {
        var given = Optional.ofNullable(decision).orElseThrow(HeldDecision::nothing);
        var addresses = improbable.decide(given.host(), given.choice());
        if (addresses < 0) {
            throw new NotFoundException("No address at “" + given.host() + "” waits for a decision.");
        }
        act.counts(addresses);
        return new Decided(given.host(), given.choice(), addresses);
    }

    record Lifted(int lifted) {}

    record Decided(String domain, boolean suppress, int addresses) {}

    static boolean lifted(Suppressions suppressions, String typed) {
        return EmailAddress.parse(typed).map(suppressions::lift).orElseGet(() -> suppressions.liftHash(typed.strip()));
    }
}
