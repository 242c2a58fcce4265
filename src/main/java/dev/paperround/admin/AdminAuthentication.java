package dev.paperround.admin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The bearer token of the settings opens the admin API, and nothing else does. */
@Singleton
class AdminAuthentication implements HttpAuthenticationMechanism {
    static final String ROLE = "admin";
    static final String SCHEME = "adminToken";

    @Inject
    AdminToken token;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviderManager) {
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (!context.normalizedPath().startsWith("/api/admin") || authorization == null) {
            return Uni.createFrom().nullItem();
        }
        var bearer = authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        var given = authorization.substring(bearer ? 7 : 0);
        if (!bearer || !token.is(given)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(ROLE))
                        .addRole(ROLE)
                        .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
