package dev.paperround.web;

import dev.paperround.subscription.NetworkPrefix;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where a request comes from: its connection, or what a proxy said that the settings trust. */
@ApplicationScoped
class Visit {
    @Inject
    RoutingContext request;

    Optional<String> network() {
        var remote = request.request().remoteAddress();
        return remote == null ? Optional.empty() : NetworkPrefix.of(remote.hostAddress());
    }
}
