package dev.paperround.http;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Determines the client address of the current request. Behind trusted proxies, {@code X-Forwarded-For} is read from
 * the right only as far as those proxies wrote it, because the client can forge the rest.
 */
@ApplicationScoped
public class Callers {
    private static final Pattern WITH_PORT = Pattern.compile("\\[(.+)](?::\\d+)?|([0-9.]+):\\d+");

    @Inject
    CurrentVertxRequest current;

    @ConfigProperty(name = "paperround.trusted-proxies")
    Optional<List<String>> proxies;

    private final AtomicBoolean warned = new AtomicBoolean();

    public Network network() {
        return network(current.getCurrent().request());
    }

    public Network network(HttpServerRequest request) {
        var peer = Optional.ofNullable(request.remoteAddress().hostAddress()).flatMap(AddressRange::address);
        return peer.map(it -> Network.of(caller(it, request))).orElse(Network.LOOPBACK);
    }

    private InetAddress caller(InetAddress peer, HttpServerRequest request) {
        var forwarded = String.join(",", request.headers().getAll("X-Forwarded-For"));
        if (!forwarded.isEmpty() && !isProxy(peer)) {
            warn(peer);
        }
        return caller(peer, forwarded);
    }

    InetAddress caller(InetAddress peer, String forwarded) {
        var hops = forwarded.split(",");
        var caller = peer;
        for (var i = hops.length - 1; i >= 0 && isProxy(caller); i--) {
            var before = hop(hops[i].strip());
            if (before.isEmpty()) {
                return caller;
            }
            caller = before.get();
        }
        return caller;
    }

    private static Optional<InetAddress> hop(String text) {
        var match = WITH_PORT.matcher(text);
        if (!match.matches()) {
            return AddressRange.address(text);
        }
        return AddressRange.address(match.group(1) == null ? match.group(2) : match.group(1));
    }

    private boolean isProxy(InetAddress address) {
        return proxies.orElse(List.of()).stream()
                .flatMap(it -> AddressRange.parse(it).stream())
                .anyMatch(range -> range.holds(address));
    }

    // Without trusted proxies configured, rate limits treat all visitors as one, or as local.
    private void warn(InetAddress peer) {
        if (peer.isLoopbackAddress() && warned.compareAndSet(false, true)) {
            Log.warnf(
                    "A proxy on this machine forwards requests; set PAPERROUND_TRUSTED_PROXIES=%s so that its"
                            + " X-Forwarded-For counts.",
                    peer.getHostAddress());
        }
    }
}
