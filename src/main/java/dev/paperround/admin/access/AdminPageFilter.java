package dev.paperround.admin.access;

import dev.paperround.admin.AdminResponse;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Requires a session with sufficient scope for pages marked with SignedIn. */
class AdminPageFilter {
    @Inject
    AdminSessions sessions;

    @Inject
    RoutingContext routing;

    @SignedIn
    @ServerRequestFilter
    public Optional<Response> signedIn(ContainerRequestContext request, ResourceInfo resource) {
        var caller = sessions.caller(routing);
        if (caller.isEmpty()) {
            return Optional.of(AdminResponse.of(401, login(request)));
        }
        var needed = needed(request, resource);
        if (!caller.get().scope().holds(needed)) {
            throw Problem.of(
                            403,
                            Message.of(
                                    AdminMessages.class,
                                    say -> say.scopeTooSmall(
                                            caller.get().scope().word(), needed.word())))
                    .exception();
        }
        return Optional.empty();
    }

    private static LoginPage.login login(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return request.getMethod().equals("GET")
                ? new LoginPage.login(
                        Message.of(AdminMessages.class, say -> say.signInFirst()), uri.getRawPath() + query)
                : new LoginPage.login(Message.of(AdminMessages.class, say -> say.signInAgain()), uri.getRawPath());
    }

    private static Scope needed(ContainerRequestContext request, ResourceInfo resource) {
        var said = resource.getResourceMethod().getAnnotation(RequiresScope.class);
        if (said != null) {
            return said.value();
        }
        return SameOriginFilter.HARMLESS.contains(request.getMethod()) ? Scope.READ : Scope.MANAGE;
    }
}
