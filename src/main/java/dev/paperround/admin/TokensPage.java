package dev.paperround.admin;

import dev.paperround.language.OperatorSentence;
import dev.paperround.language.Said;
import dev.paperround.problem.FieldError;
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

/** Who may operate the program: tokens, made and revoked. */
@Path("/admin/tokens")
@AdminPage
@SignedIn
class TokensPage {
    @Inject
    AdminTokens tokens;

    @Inject
    CurrentAct act;

    @Inject
    RoutingContext routing;

    @Inject
    Clock clock;

    /** {@code made}: the one time a new token is seen. */
    record tokens(List<AdminTokens.Listed> found, String name, AdminTokens.Made made, Said done, Said refusal)
            implements TemplateInstance {}

    @GET
    @Needs(Scope.MANAGE)
    @Operation(hidden = true)
    public Response show() {
        return page(200, "", null, null, null);
    }

    @POST
    @Act("token-make")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response make(@RestForm String name, @RestForm String scope, @RestForm String days) {
        var typed = name == null ? "" : name.strip();
        var checked = new TokenForm(typed, scope, number(days)).check(clock);
        if (checked.wanted().isEmpty()) {
            var refusal = checked.errors().stream()
                    .map(FieldError::said)
                    .reduce(Said::and)
                    .orElseThrow();
            return page(400, typed, null, null, refusal);
        }
        var wanted = checked.wanted().get();
        var made = tokens.make(wanted, Caller.of(routing).orElseThrow());
        made.ifPresent(it -> act.on(wanted.name() + " (" + wanted.scope().word() + ")"));
        return made.map(it -> page(200, "", it, null, null))
                .orElseGet(() -> page(409, typed, null, null, Said.of(OperatorSentence.TOKEN_TAKEN)));
    }

    /** What is no number is out of range, and told so. */
    private static Integer number(String days) {
        if (days == null || days.isBlank()) {
            return null;
        }
        return days.strip().matches("\\d{1,6}") ? Integer.valueOf(days.strip()) : Integer.valueOf(0);
    }

    @POST
    @Path("/{id}/revoke")
    @Act("token-revoke")
    @Operation(hidden = true)
    public Response revoke(@RestPath String id) {
        var revoked = Numbers.read(id).flatMap(tokens::revoke);
        revoked.ifPresent(it -> act.on(it.name()));
        return revoked.map(it -> page(200, "", null, Said.of(OperatorSentence.TOKEN_REVOKED, it.name()), null))
                .orElseGet(() -> page(404, "", null, null, Said.of(OperatorSentence.NO_SUCH_TOKEN, id)));
    }

    private Response page(int status, String name, AdminTokens.Made made, Said done, Said refusal) {
        return PageAnswer.of(status, new tokens(tokens.all(), name, made, done, refusal));
    }
}
