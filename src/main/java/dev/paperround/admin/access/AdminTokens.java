package dev.paperround.admin.access;

import dev.paperround.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Manages the token from the settings and the tokens created by operators, of which only hashes are stored. */
@ApplicationScoped
@Transactional
class AdminTokens {
    static final String OF_THE_SETTINGS = "PAPERROUND_ADMIN_TOKEN";

    // Limits writes when a busy script uses its token on every call.
    private static final Duration USED_AGAIN = Duration.ofMinutes(1);

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @ConfigProperty(name = "paperround.admin-token")
    String ofTheSettings;

    record Listed(
            long id,
            String name,
            String scope,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            Instant lastUsedAt,
            Instant revokedAt) {
        static Listed of(AdminToken token) {
            return new Listed(
                    token.id,
                    token.name,
                    token.scope.word(),
                    token.createdAt,
                    token.createdBy,
                    token.expiresAt,
                    token.lastUsedAt,
                    token.revokedAt);
        }
    }

    record Made(Listed listed, String token) {}

    /** Carries the hash that ties a session to the token it was opened with. */
    record Opened(Caller caller, byte[] hash) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    Optional<Opened> ofTheSettings(String given) {
        var hash = TokenSecret.hash(ofTheSettings);
        return MessageDigest.isEqual(hash, TokenSecret.hash(given.strip()))
                ? Optional.of(settings())
                : Optional.empty();
    }

    private Opened settings() {
        return new Opened(new Caller(Optional.empty(), OF_THE_SETTINGS, Scope.MANAGE), TokenSecret.hash(ofTheSettings));
    }

    Optional<Opened> open(String given) {
        return ofTheSettings(given)
                .or(() -> TokenSecret.read(given.strip()).flatMap(secret -> alive(Optional.of(secret.id()))
                        .filter(it -> MessageDigest.isEqual(it.hash(), secret.hash()))
                        .map(this::used)));
    }

    private Opened used(Opened token) {
        var now = clock.instant();
        AdminToken.update(
                "lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt < ?3)",
                now,
                token.caller().id().orElseThrow(),
                now.minus(USED_AGAIN));
        return token;
    }

    Optional<Opened> alive(Optional<Long> id) {
        return id.isEmpty()
                ? Optional.of(settings())
                : AdminToken.findActive(id.get(), clock.instant())
                        .map(token -> new Opened(new Caller(id, token.name, token.scope), token.hash));
    }

    /** Returns empty if the name is already taken. */
    Optional<Made> make(TokenForm.Wanted wanted, Caller by) {
        var id = sql.find(
                """
                insert into admin_token (name, scope, hash, created_at, created_by, expires_at)
                values (?, ?, '', ?, ?, ?) on conflict do nothing returning id""",
                row -> row.getLong(1),
                wanted.name(),
                wanted.scope().name(),
                clock.instant(),
                by.name(),
                wanted.expiresAt().orElse(null));
        return id.map(it -> {
            var secret = TokenSecret.make(it);
            var token = AdminToken.<AdminToken>findById(it);
            token.hash = secret.hash();
            return new Made(Listed.of(token), secret.toString());
        });
    }

    /** Revokes the token and every session opened with it. Returns empty if no active token has this id. */
    Optional<Listed> revoke(long id) {
        AdminSession.delete("tokenId", id);
        var changed = AdminToken.update("revokedAt = ?1 where id = ?2 and revokedAt is null", clock.instant(), id);
        return changed == 1 ? AdminToken.<AdminToken>findByIdOptional(id).map(Listed::of) : Optional.empty();
    }

    List<Listed> all() {
        return AdminToken.activeFirst().stream().map(Listed::of).toList();
    }
}
