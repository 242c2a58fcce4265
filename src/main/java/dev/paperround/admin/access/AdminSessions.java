package dev.paperround.admin.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Manages the operator's browser session. The cookie holds random bits and the database only their hash; the session is
 * bound to the token used to sign in and ends when that token does.
 */
@ApplicationScoped
@Transactional
public class AdminSessions {
    private static final String COOKIE = "paperround_admin";
    private static final Duration LENGTH = Duration.ofHours(12);

    @Inject
    AdminTokens tokens;

    @Inject
    Clock clock;

    @ConfigProperty(name = "paperround.base-url")
    String baseUrl;

    NewCookie begin(AdminTokens.Opened token) {
        var value = TokenSecret.randomText();
        var now = clock.instant();
        AdminSession.delete("expiresAt < ?1", now);
        var session = new AdminSession();
        session.hash = TokenSecret.hash(value);
        session.tokenId = token.caller().id().orElse(null);
        session.tokenHash = token.hash();
        session.begunAt = now;
        session.expiresAt = now.plus(LENGTH);
        session.persist();
        return cookie(value, (int) LENGTH.toSeconds());
    }

    // Deletes the session on the server too, so that a copied cookie stops working.
    NewCookie end(RoutingContext request) {
        given(request).ifPresent(value -> AdminSession.delete("hash", TokenSecret.hash(value)));
        return cookie("", 0);
    }

    public Optional<Caller> caller(RoutingContext request) {
        var caller = given(request).flatMap(this::find);
        caller.ifPresent(it -> it.behind(request));
        return caller;
    }

    private Optional<Caller> find(String value) {
        return AdminSession.findOpen(TokenSecret.hash(value), clock.instant())
                .flatMap(session -> tokens.alive(Optional.ofNullable(session.tokenId))
                        .filter(token -> MessageDigest.isEqual(token.hash(), session.tokenHash)))
                .map(AdminTokens.Opened::caller);
    }

    private Optional<String> given(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(name())).map(it -> it.getValue());
    }

    // Browsers accept the __Host- prefix only over TLS, so a plain connection cannot plant this cookie.
    private String name() {
        return isSecure() ? "__Secure-" + COOKIE : COOKIE;
    }

    private boolean isSecure() {
        return baseUrl.toLowerCase(Locale.ROOT).startsWith("https:");
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/admin")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(isSecure())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
