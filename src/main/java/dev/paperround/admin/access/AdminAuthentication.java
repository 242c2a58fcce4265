package dev.paperround.admin.access;

import dev.paperround.http.Callers;
import dev.paperround.http.Network;
import dev.paperround.http.problem.TooManyAttempts;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Authenticates admin API calls by bearer token and limits them to the token's scope. */
@Singleton
public class AdminAuthentication implements HttpAuthenticationMechanism {
    public static final String SCHEME = "adminToken";

    @Inject
    AdminTokens tokens;

    @Inject
    OidcCallers callers;

    @Inject
    LoginThrottle throttle;

    @Inject
    Callers networks;

    @Inject
    BlockingSecurityExecutor executor;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (!context.normalizedPath().startsWith("/api/admin") || authorization == null) {
            return Uni.createFrom().nullItem();
        }
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        var network = networks.network(context.request());
        var held = throttle.held(network);
        if (held.isPresent()) {
            return Uni.createFrom().failure(TooManyAttempts.failure(held.get()));
        }
        var given = authorization.substring(7);
        var known = tokens.ofTheSettings(given);
        if (known.isPresent()) {
            return Uni.createFrom().item(identity(known.get().caller(), context));
        }
        if (callers.mayKnow(given)) {
            return callers.find(context, manager).map(it -> it.map(caller -> identity(caller, context))
                    .orElseGet(AdminAuthentication::withoutScope));
        }
        return executor.executeBlocking(() ->
                tokens.open(given).map(it -> identity(it.caller(), context)).orElseThrow(() -> wrong(network, given)));
    }

    private AuthenticationFailedException wrong(Network network, String given) {
        throttle.wrong(network, given);
        return new AuthenticationFailedException();
    }

    private static SecurityIdentity identity(Caller caller, RoutingContext context) {
        caller.behind(context);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.name()))
                .addRoles(caller.scope().roles())
                .build();
    }

    private static SecurityIdentity withoutScope() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("without a scope"))
                .build();
    }

    // Runs before the OpenID mechanism, which does not recognize our own tokens.
    @Override
    public int getPriority() {
        return 2 * DEFAULT_PRIORITY;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
