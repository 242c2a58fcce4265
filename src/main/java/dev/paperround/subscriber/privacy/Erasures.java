package dev.paperround.subscriber.privacy;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.signup.MailRequestCounts;
import dev.paperround.subscriber.suppression.SuppressionHash;
import dev.paperround.subscriber.token.AddressHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records erasures by a keyed hash, so that no backup or old list can bring a person back. */
@ApplicationScoped
@Transactional
public class Erasures {
    private static final int FETCHED = 1000;

    @Inject
    Sql sql;

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

    private record Known(String email, Instant createdAt) {}

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
        sql.execute("""
                insert into erasure as known (hash, at) values (?, ?)
                on conflict (hash) do update set at = greatest(known.at, excluded.at)""", hashed, at);
    }

    public List<Erased> all() {
        return sql.query(
                "select hash, at from erasure order by at, hash",
                row -> new Erased(HexFormat.of().formatHex(row.getBytes("hash")), Sql.instant(row, "at")));
    }

    public Optional<Instant> erasedAt(EmailAddress email) {
        Object hashes = hash.all(email).toArray(byte[][]::new);
        return sql.find(
                "select max(at) as at from erasure where hash = any (?)", row -> Sql.instant(row, "at"), hashes);
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
        sql.forEach(
                "select email, created_at from subscriber",
                FETCHED,
                row -> new Known(row.getString("email"), Sql.instant(row, "created_at")),
                known -> EmailAddress.parse(known.email())
                        .filter(it -> isErased(it, known.createdAt(), erased))
                        .ifPresent(found::add));
        return found;
    }

    private boolean isErased(EmailAddress email, Instant createdAt, Map<String, Instant> erased) {
        return hash.all(email).stream()
                .map(HexFormat.of()::formatHex)
                .anyMatch(one -> erased.containsKey(one) && createdAt.isBefore(erased.get(one)));
    }
}
