package dev.paperround.admin.audit;

import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.subscriber.EmailAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/admin/audit")
@RolesAllowed(Scope.TO_MANAGE)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: access")
class AuditResource {
    @Inject
    Audit audit;

    @GET
    @Operation(
            summary = "What operators did, newest first",
            description =
                    "who: the name of the token; act: such as send-start; email: acts on that very address, which is kept as "
                            + "a keyed hash only. limit: 100 by default, 1000 at most. Nothing in it can be changed or "
                            + "deleted before its time (PAPERROUND_RETENTION_AUDIT).")
    public List<Audit.Entry> list(
            @QueryParam("who") String who,
            @QueryParam("act") String act,
            @QueryParam("email") String email,
            @QueryParam("limit") String limit,
            @QueryParam("offset") String offset) {
        return audit.newest(
                new Audit.Wanted(text(act), text(who), text(email).map(AuditResource::address)),
                Parameter.number("limit", limit, 100, 1, 1000),
                Parameter.number("offset", offset, 0, 0, Integer.MAX_VALUE));
    }

    // PostgreSQL rejects text with a NUL character, so no entry can match it.
    static Optional<String> text(String given) {
        return Optional.ofNullable(given).map(String::strip).filter(it -> !it.isEmpty() && it.indexOf(0) < 0);
    }

    private static EmailAddress address(String typed) {
        return EmailAddress.parse(typed).orElseThrow(() -> Problem.of(
                        List.of(new FieldError("email", "“" + typed + "” is not an e-mail address.")))
                .exception());
    }
}
