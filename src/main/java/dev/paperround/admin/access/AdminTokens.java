package dev.paperround.admin.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Manages the token from the settings and the tokens created by operators, of which only hashes are stored. */
@ApplicationScoped
@Transactional
class AdminTokens {
    static final String OF_THE_SETTINGS = "PAPERROUND_ADMIN_TOKEN";

    // Limits writes when a busy script uses its token on every call.
    private static final Duration USED_AGAIN = Duration.ofMinutes(1);

    @Inject
    EntityManager entityManager;

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
            Instant revokedAt) {}

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
        session()
                .createNativeMutationQuery("""
                        update admin_token set last_used_at = :now
                        where id = :id and (last_used_at is null or last_used_at < :before)""")
                .setParameter("now", now)
                .setParameter("id", token.caller().id().orElseThrow())
                .setParameter("before", now.minus(USED_AGAIN))
                .executeUpdate();
        return token;
    }

    Optional<Opened> alive(Optional<Long> id) {
        return id.isEmpty()
                ? Optional.of(settings())
                : session()
                        .createNativeQuery("""
                                select name, scope, hash from admin_token
                                where id = :id and revoked_at is null and (expires_at is null or expires_at > :now)""", Tuple.class)
                        .setParameter("id", id.get())
                        .setParameter("now", clock.instant())
                        .uniqueResultOptional()
                        .map(row -> new Opened(
                                new Caller(id, row.get(0, String.class), Scope.valueOf(row.get(1, String.class))),
                                row.get(2, byte[].class)));
    }

    /** Returns empty if the name is already taken. */
    Optional<Made> make(TokenForm.Wanted wanted, Caller by) {
        var id = session()
                .createNativeQuery("""
                        insert into admin_token (name, scope, hash, created_at, created_by, expires_at)
                        values (:name, :scope, '', :now, :by, cast(:expires as timestamptz))
                        on conflict do nothing returning id""", Long.class)
                .setParameter("name", wanted.name())
                .setParameter("scope", wanted.scope().name())
                .setParameter("now", clock.instant())
                .setParameter("by", by.name())
                .setParameter("expires", wanted.expiresAt().orElse(null), Instant.class)
                .uniqueResultOptional();
        return id.map(it -> {
            var secret = TokenSecret.make(it);
            session()
                    .createNativeMutationQuery("update admin_token set hash = :hash where id = :id")
                    .setParameter("hash", secret.hash())
                    .setParameter("id", it)
                    .executeUpdate();
            return new Made(find(it).orElseThrow(), secret.toString());
        });
    }

    /** Revokes the token and every session opened with it. Returns empty if no active token has this id. */
    Optional<Listed> revoke(long id) {
        session()
                .createNativeMutationQuery("delete from admin_session where token_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        var changed = session()
                .createNativeMutationQuery(
                        "update admin_token set revoked_at = :now where id = :id and revoked_at is null")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
        return changed == 1 ? find(id) : Optional.empty();
    }

    List<Listed> all() {
        return listed("order by revoked_at is not null, id desc", 0);
    }

    private Optional<Listed> find(long id) {
        return listed("where id = :id", id).stream().findFirst();
    }

    private List<Listed> listed(String which, long id) {
        var query = session()
                .createNativeQuery(
                        "select id, name, scope, created_at, created_by, expires_at, last_used_at, revoked_at"
                                + " from admin_token " + which,
                        Tuple.class);
        if (id > 0) {
            query.setParameter("id", id);
        }
        return query.getResultStream()
                .map(row -> new Listed(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        Scope.valueOf(row.get(2, String.class)).word(),
                        row.get(3, Instant.class),
                        row.get(4, String.class),
                        row.get(5, Instant.class),
                        row.get(6, Instant.class),
                        row.get(7, Instant.class)))
                .toList();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
