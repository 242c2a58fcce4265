package dev.paperround.admin.access;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Audited;
import dev.paperround.admin.Ids;
import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

@Path("/admin/tokens")
@AdminPage
@SignedIn
class TokensPage {
    @Inject
    AdminTokens tokens;

    @Inject
    AuditContext act;

    @Inject
    RoutingContext routing;

    @Inject
    Clock clock;

    // A new token is shown only once, in "made".
    record tokens(List<AdminTokens.Listed> found, String name, AdminTokens.Made made, Message done, Message refusal)
            implements TemplateInstance {}

    @GET
    @RequiresScope(Scope.MANAGE)
    @Operation(hidden = true)
    public Response show() {
        return page(200, "", null, null, null);
    }

    @POST
    @Audited("token-make")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response make(@RestForm String name, @RestForm String scope, @RestForm String days) {
        var typed = name == null ? "" : name.strip();
        var checked = new TokenForm(typed, scope, number(days)).check(clock);
        if (checked.wanted().isEmpty()) {
            var refusal = checked.errors().stream()
                    .map(FieldError::said)
                    .reduce(Message::and)
                    .orElseThrow();
            return page(400, typed, null, null, refusal);
        }
        var wanted = checked.wanted().get();
        var made = tokens.make(wanted, Caller.of(routing).orElseThrow());
        made.ifPresent(
                it -> act.on(Message.asIs(wanted.name() + " (" + wanted.scope().word() + ")")));
        return made.map(it -> page(200, "", it, null, null))
                .orElseGet(
                        () -> page(409, typed, null, null, Message.of(AdminMessages.class, say -> say.tokenTaken())));
    }

    // Text that is not a number fails validation as out of range.
    private static Integer number(String days) {
        if (days == null || days.isBlank()) {
            return null;
        }
        return days.strip().matches("\\d{1,6}") ? Integer.valueOf(days.strip()) : Integer.valueOf(0);
    }

    @POST
    @Path("/{id}/revoke")
    @Audited("token-revoke")
    @Operation(hidden = true)
    public Response revoke(@RestPath String id) {
        var revoked = Ids.read(id).flatMap(tokens::revoke);
        revoked.ifPresent(it -> act.on(Message.asIs(it.name())));
        return revoked.map(it ->
                        page(200, "", null, Message.of(AdminMessages.class, say -> say.tokenRevoked(it.name())), null))
                .orElseGet(
                        () -> page(404, "", null, null, Message.of(AdminMessages.class, say -> say.noSuchToken(id))));
    }

    private Response page(int status, String name, AdminTokens.Made made, Message done, Message refusal) {
        return AdminResponse.of(status, new tokens(tokens.all(), name, made, done, refusal));
    }
}
