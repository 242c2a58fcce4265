package dev.paperround.admin.access;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Audited;
import dev.paperround.admin.Ids;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import io.vertx.ext.web.RoutingContext;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/tokens")
@RolesAllowed(Scope.TO_MANAGE)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: access")
class TokensResource {
    private static final Message TAKEN = Message.of(AdminMessages.class, say -> say.tokenTaken());

    @Inject
    AdminTokens tokens;

    @Inject
    AuditContext act;

    @Inject
    RoutingContext routing;

    @Inject
    Clock clock;

    record NewToken(@JsonUnwrapped AdminTokens.Listed listed, String token) {}

    @GET
    @Operation(
            summary = "The tokens that were made, newest first, revoked ones last",
            description =
                    "Without PAPERROUND_ADMIN_TOKEN, which is not one of them. lastUsedAt is right to the minute.")
    public List<AdminTokens.Listed> list() {
        return tokens.all();
    }

    @POST
    @Audited("token-make")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create a token",
            description =
                    "scope: read (look), send (also take in papers and bounces, start and steer sends) or manage (also subscribers, "
                            + "suppressions, tokens, audit). expiresInDays: for ever when left out. The answer holds the token; "
                            + "only a hash of it is kept, so that it is never shown again.")
    @APIResponse(responseCode = "201", description = "Made; token is shown this once")
    @APIResponse(responseCode = "409", description = "There is one of that name")
    public Response make(TokenForm form) {
        var checked = (form == null ? new TokenForm(null, null, null) : form).check(clock);
        var wanted =
                checked.wanted().orElseThrow(() -> Problem.of(checked.errors()).exception());
        var made = tokens.make(wanted, Caller.of(routing).orElseThrow())
                .orElseThrow(() -> Problem.of(409, TAKEN).exception());
        act.on(Message.asIs(wanted.name() + " (" + wanted.scope().word() + ")"));
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new NewToken(made.listed(), made.token()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Audited("token-revoke")
    @Operation(summary = "Revoke a token; sessions begun with it end as well")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "No such token holds")
    public void revoke(@PathParam("id") String id) {
        var revoked = Ids.read(id).flatMap(tokens::revoke);
        act.on(Message.asIs(
                revoked.orElseThrow(() -> new NotFoundException("No token that holds has the id “" + id + "”."))
                        .name()));
    }
}
