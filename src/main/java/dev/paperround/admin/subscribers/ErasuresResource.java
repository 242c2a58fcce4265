package dev.paperround.admin.subscribers;

import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Audited;
import dev.paperround.admin.access.AdminAuthentication;
import dev.paperround.admin.access.Scope;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.sending.correction.SubscriberEraser;
import dev.paperround.subscriber.privacy.Erasures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exports erasures so that they can be stored next to the backups and replayed after a restore. */
@Path("/api/admin/erasures")
@RolesAllowed(Scope.TO_MANAGE)
@SecurityRequirement(name = AdminAuthentication.SCHEME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: subscribers")
class ErasuresResource {
    @Inject
    Erasures erasures;

    @Inject
    SubscriberEraser eraser;

    @Inject
    AuditContext act;

    record Applied(int received, int erasedAgain) {}

    @GET
    @Operation(
            summary = "Who was erased and when, by a keyed hash",
            description = "Keep it beside your backups, and send it here again after one was restored.")
    public List<Erasures.Erased> all() {
        return erasures.all();
    }

    @POST
    @Audited("erasures-apply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Erase again whoever a restored backup brought back",
            description = "The list as it was read here, of a program with the same PAPERROUND_SECRET.")
    @APIResponse(responseCode = "200", description = "How many were there again, and are erased")
    @APIResponse(responseCode = "400", description = "Not such a list")
    public Applied apply(List<Erasures.Erased> list) {
        if (list == null || list.stream().anyMatch(it -> it == null || !it.isSound())) {
            var message = "Send the list that GET answered: [{\"hash\": 64 hexadecimal digits, \"at\": a moment}].";
            throw Problem.of(List.of(new FieldError("hash", message))).exception();
        }
        list.forEach(erasures::add);
        var again = eraser.eraseRestored();
        act.counts(again);
        return new Applied(list.size(), again);
    }
}
