package dev.paperround.admin;

import dev.paperround.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks for the session in front of every page that needs one, and whether its token reaches so far. */
class AdminGate {
    private static final String SIGN_IN = "Sign in to see this page.";
    private static final String AGAIN =
            "The session has ended or there was none, and nothing was changed. Sign in and send the form again.";

    @Inject
    AdminSession session;

    @Inject
    RoutingContext routing;

    @SignedIn
    @ServerRequestFilter
    public Optional<Response> signedIn(ContainerRequestContext request, ResourceInfo resource) {
        var caller = session.caller(routing);
        if (caller.isEmpty()) {
            return Optional.of(PageAnswer.of(401, login(request)));
        }
        var needed = needed(request, resource);
        if (!caller.get().scope().holds(needed)) {
            throw Problem.of(
                            403,
                            "Your token has the scope " + caller.get().scope().word() + ", and this needs "
                                    + needed.word() + ". Nothing was changed.")
                    .exception();
        }
        return Optional.empty();
    }

    private static LoginPage.login login(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return request.getMethod().equals("GET")
                ? new LoginPage.login(SIGN_IN, uri.getRawPath() + query)
                : new LoginPage.login(AGAIN, uri.getRawPath());
    }

    private static Scope needed(ContainerRequestContext request, ResourceInfo resource) {
        var said = resource.getResourceMethod().getAnnotation(Needs.class);
        if (said != null) {
            return said.value();
        }
        return SameOrigin.HARMLESS.contains(request.getMethod()) ? Scope.READ : Scope.MANAGE;
    }
}
