package dev.paperround.inbox;

import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.InboxMessages;
import dev.paperround.i18n.Message;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Limits the mailbox to this machine unless configured otherwise, because its mails hold links that open subscriptions.
 */
class LocalOnlyFilter {
    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|::1|0:0:0:0:0:0:0:1|::ffff:127\\..*");
    private static final Pattern LOCAL_NAME = Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

    // A proxy on this machine sets these headers and may be forwarding anyone's request.
    private static final List<String> PROXIED = List.of(
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "Forwarded",
            "X-Real-IP",
            "Via",
            "CF-Connecting-IP");

    @ConfigProperty(name = "paperround.inbox.open", defaultValue = "false")
    boolean open;

    @ConfigProperty(name = "paperround.base-url")
    URI baseUrl;

    @Inject
    RoutingContext routing;

    @ServerRequestFilter
    public void refuseOthers(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        if ((path.equals("/inbox") || path.startsWith("/inbox/")) && !open && !isFromHere(routing.request())) {
            throw Problem.of(404, Message.of(InboxMessages.class, say -> say.inboxClosed()))
                    .exception();
        }
    }

    private boolean isFromHere(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return remote != null
                && LOOPBACK.matcher(remote.hostAddress()).matches()
                && PROXIED.stream().noneMatch(header -> request.headers().contains(header))
                && isOurName(request.getHeader("Host"));
    }

    // Protects against DNS rebinding, where another site's name resolves to this machine.
    private boolean isOurName(String host) {
        return host == null
                || LOCAL_NAME.matcher(host).matches()
                || host.replaceFirst(":\\d+$", "").equalsIgnoreCase(baseUrl.getHost());
    }
}
