package dev.paperround.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks for the session in front of every page that needs one. */
class AdminGate {
    private static final String SIGN_IN = "Sign in to see this page.";
    private static final String AGAIN =
            "The session has ended or there was none, and nothing was changed. Sign in and send the form again.";

    @Inject
    AdminSession session;

    @SignedIn
    @ServerRequestFilter
    public Optional<Response> signedIn(ContainerRequestContext request) {
        var cookie = request.getCookies().get(AdminSession.COOKIE);
        if (session.holds(cookie == null ? null : cookie.getValue())) {
            return Optional.empty();
        }
        var uri = request.getUriInfo().getRequestUri();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return Optional.of(PageAnswer.of(
                401,
                request.getMethod().equals("GET")
                        ? new LoginPage.login(SIGN_IN, uri.getRawPath() + query)
                        : new LoginPage.login(AGAIN, uri.getRawPath())));
    }
}
