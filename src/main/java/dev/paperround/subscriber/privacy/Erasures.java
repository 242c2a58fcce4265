package dev.paperround.subscriber.privacy;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.signup.MailRequestCounts;
import dev.paperround.subscriber.suppression.SuppressionHash;
import dev.paperround.subscriber.token.AddressHash;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/** Records erasures by a keyed hash, so that no backup or old list can bring a person back. */
@ApplicationScoped
@Transactional
public class Erasures {
    private static final int FETCHED = 1000;

    @Inject
    EntityManager entityManager;

    @Inject
    AgroalDataSource database;

    @Inject
    AddressHash hash;

    @Inject
    MailRequestCounts mailRequestCounts;

    @Inject
    Clock clock;

    public record Erased(String hash, Instant at) {
        public boolean isSound() {
            return hash != null && SuppressionHash.isOne(hash) && at != null;
        }
    }

    // Data from before this moment cannot bring the address back.
    public void add(EmailAddress email) {
        add(hash.of(email), clock.instant());
        mailRequestCounts.forget(email);
    }

    // The entry comes from an installation with the same secret. The later of two moments counts.
    public void add(Erased erased) {
        add(HexFormat.of().parseHex(erased.hash()), erased.at());
    }

    private void add(byte[] hashed, Instant at) {
        session()
                .createNativeMutationQuery("""
                        insert into erasure as known (hash, at) values (:hash, :at)
                        on conflict (hash) do update set at = greatest(known.at, excluded.at)""")
                .setParameter("hash", hashed)
                .setParameter("at", at)
                .executeUpdate();
    }

    public List<Erased> all() {
        return session()
                .createNativeQuery("select hash, at from erasure order by at, hash", Tuple.class)
                .getResultStream()
                .map(row -> new Erased(HexFormat.of().formatHex(row.get(0, byte[].class)), row.get(1, Instant.class)))
                .toList();
    }

    public Optional<Instant> erasedAt(EmailAddress email) {
        return session()
                .createNativeQuery("select max(at) from erasure where hash = any (:hashes)", Instant.class)
                .setParameter("hashes", hash.all(email).toArray(byte[][]::new))
                .uniqueResultOptional();
    }

    // Subscribers from before their erasure can only come from a restored backup.
    public List<EmailAddress> restored() {
        var erased = new HashMap<String, Instant>();
        all().forEach(it -> erased.put(it.hash(), it.at()));
        return erased.isEmpty() ? List.of() : among(erased);
    }

    // There may be a million rows, and PostgreSQL streams them only within a transaction.
    private List<EmailAddress> among(Map<String, Instant> erased) {
        var found = new ArrayList<EmailAddress>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select email, created_at from subscriber")) {
            statement.setFetchSize(FETCHED);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var createdAt = rows.getObject(2, Timestamp.class).toInstant();
                    EmailAddress.parse(rows.getString(1))
                            .filter(it -> hash.all(it).stream()
                                    .map(HexFormat.of()::formatHex)
                                    .anyMatch(one -> erased.containsKey(one) && createdAt.isBefore(erased.get(one))))
                            .ifPresent(found::add);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The subscribers could not be read.", e);
        }
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
