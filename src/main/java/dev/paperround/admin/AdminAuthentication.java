package dev.paperround.admin;

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

/** A bearer token opens the admin API as far as its scope reaches, and nothing else does. */
@Singleton
class AdminAuthentication implements HttpAuthenticationMechanism {
    static final String SCHEME = "adminToken";

    @Inject
    AdminTokens tokens;

    @Inject
    BlockingSecurityExecutor executor;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviderManager) {
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (!context.normalizedPath().startsWith("/api/admin") || authorization == null) {
            return Uni.createFrom().nullItem();
        }
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        var given = authorization.substring(7);
        var known = tokens.ofTheSettings(given);
        return known.isPresent()
                ? Uni.createFrom().item(identity(known.get(), context))
                : executor.executeBlocking(() -> tokens.open(given)
                        .map(it -> identity(it, context))
                        .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(AdminTokens.Opened token, RoutingContext context) {
        var caller = token.caller();
        caller.behind(context);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.name()))
                .addRoles(caller.scope().roles())
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
