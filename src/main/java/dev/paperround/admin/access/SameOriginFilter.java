package dev.paperround.admin.access;

import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Rejects changes that come from another site's page. Programs send neither header and are let through. */
class SameOriginFilter {
    static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int BEFORE_THE_SESSION = 100;

    @ConfigProperty(name = "paperround.base-url")
    URI baseUrl;

    @AdminPage
    @ServerRequestFilter(priority = BEFORE_THE_SESSION)
    public void refuseOtherSites(ContainerRequestContext request) {
        if (!HARMLESS.contains(request.getMethod()) && !isOurs(request)) {
            throw Problem.of(403, Message.of(AdminMessages.class, say -> say.anotherSite(origin(baseUrl))))
                    .exception();
        }
    }

    private boolean isOurs(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var given = request.getHeaderString("Origin");
        return given == null
                || given.equalsIgnoreCase(origin(baseUrl))
                || given.equalsIgnoreCase(origin(request.getUriInfo().getRequestUri()));
    }

    private static String origin(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var usual = scheme.equals("https") ? 443 : 80;
        var port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost() + port;
    }
}
