package dev.paperround.admin.access;

import dev.paperround.http.problem.ProviderAway;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class OidcCallers {
    static final String PREFIX = "oidc:";

    private static final int DEEPEST = 10;
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    @Inject
    OidcAuthenticationMechanism oidc;

    private final boolean enabled;
    private final Map<Scope, String> roles = new EnumMap<>(Scope.class);

    OidcCallers(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean enabled,
            @ConfigProperty(name = "paperround.oidc.read", defaultValue = "paper-round-read") String read,
            @ConfigProperty(name = "paperround.oidc.send", defaultValue = "paper-round-send") String send,
            @ConfigProperty(name = "paperround.oidc.manage", defaultValue = "paper-round-manage") String manage) {
        this.enabled = enabled;
        roles.put(Scope.READ, read);
        roles.put(Scope.SEND, send);
        roles.put(Scope.MANAGE, manage);
    }

    boolean mayKnow(String given) {
        return enabled && JWT.matcher(given).matches();
    }

    // Users whose provider assigns them none of our roles may not do anything here.
    Uni<Optional<Caller>> find(RoutingContext context, IdentityProviderManager manager) {
        return oidc.authenticate(context, manager)
                .onFailure(OidcCallers::isOfTheProvider)
                .transform(ProviderAway::failure)
                .map(identity -> Optional.ofNullable(identity).flatMap(known -> scope(known)
                        .map(reach -> new Caller(
                                Optional.empty(), PREFIX + known.getPrincipal().getName(), reach))));
    }

    // A token that was checked and refused is not among them.
    private static boolean isOfTheProvider(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(it -> it instanceof OIDCException || it instanceof IOException);
    }

    private Optional<Scope> scope(SecurityIdentity identity) {
        return roles.entrySet().stream()
                .filter(it -> identity.hasRole(it.getValue()))
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder());
    }
}
