package dev.paperround.admin.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * Manages the operator's browser session. The cookie holds random bits and the database only their hash; the session is
 * bound to the token used to sign in and ends when that token does.
 */
@ApplicationScoped
@Transactional
public class AdminSession {
    private static final String COOKIE = "paperround_admin";
    private static final Duration LENGTH = Duration.ofHours(12);

    @Inject
    AdminTokens tokens;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    @ConfigProperty(name = "paperround.base-url")
    String baseUrl;

    NewCookie begin(AdminTokens.Opened token) {
        var value = TokenSecret.randomText();
        var now = clock.instant();
        session()
                .createNativeMutationQuery("delete from admin_session where expires_at < :now")
                .setParameter("now", now)
                .executeUpdate();
        session()
                .createNativeMutationQuery("""
                        insert into admin_session (hash, token_id, token_hash, begun_at, expires_at)
                        values (:hash, cast(:token as bigint), :tokenHash, :now, :expires)""")
                .setParameter("hash", TokenSecret.hash(value))
                .setParameter("token", token.caller().id().orElse(null), Long.class)
                .setParameter("tokenHash", token.hash())
                .setParameter("now", now)
                .setParameter("expires", now.plus(LENGTH))
                .executeUpdate();
        return cookie(value, (int) LENGTH.toSeconds());
    }

    // Deletes the session on the server too, so that a copied cookie stops working.
    NewCookie end(RoutingContext request) {
        given(request).ifPresent(value -> session()
                .createNativeMutationQuery("delete from admin_session where hash = :hash")
                .setParameter("hash", TokenSecret.hash(value))
                .executeUpdate());
        return cookie("", 0);
    }

    public Optional<Caller> caller(RoutingContext request) {
        var caller = given(request).flatMap(this::find);
        caller.ifPresent(it -> it.behind(request));
        return caller;
    }

    private Optional<Caller> find(String value) {
        return session()
                .createNativeQuery(
                        "select token_id, token_hash from admin_session where hash = :hash and expires_at > :now",
                        Tuple.class)
                .setParameter("hash", TokenSecret.hash(value))
                .setParameter("now", clock.instant())
                .uniqueResultOptional()
                .flatMap(row -> tokens.alive(Optional.ofNullable(row.get(0, Long.class)))
                        .filter(token -> MessageDigest.isEqual(token.hash(), row.get(1, byte[].class))))
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

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
