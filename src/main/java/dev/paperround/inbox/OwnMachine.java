package dev.paperround.inbox;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The mails hold links that open subscriptions: once the program is there for others, only its own machine sees them. */
class OwnMachine {
    private static final Pattern LOCAL =
            Pattern.compile("(?i)https?://(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])([:/].*)?");
    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|::1|0:0:0:0:0:0:0:1");

    /** Of a proxy on this machine, behind which anybody may be. */
    private static final List<String> PROXIED = List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via");

    @ConfigProperty(name = "paperround.base-url")
    String baseUrl;

    @Inject
    RoutingContext routing;

    @ServerRequestFilter
    public void refuseOthers(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        if ((path.equals("/inbox") || path.startsWith("/inbox/"))
                && !LOCAL.matcher(baseUrl).matches()
                && !isFromHere()) {
            throw new NotFoundException(
                    "The local mailbox is only shown on the machine itself, as PAPERROUND_BASE_URL names another.");
        }
    }

    private boolean isFromHere() {
        SocketAddress remote = routing.request().remoteAddress();
        return remote != null
                && LOOPBACK.matcher(remote.hostAddress()).matches()
                && PROXIED.stream()
                        .noneMatch(header -> routing.request().headers().contains(header));
    }
}
