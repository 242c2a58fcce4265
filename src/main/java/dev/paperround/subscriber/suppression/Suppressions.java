package dev.paperround.subscriber.suppression;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.Consent;
import dev.paperround.subscriber.Consents;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.SuppressionReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Maintains the list of addresses that get no mail, whether they are subscribed or not. */
@ApplicationScoped
@Transactional
public class Suppressions {
    private static final int PAGE = 5000;

    private static final String ADD = """
            insert into suppression as known (hash, reason, since, subscriber_id)
            values (?, ?, ?, ?)
            on conflict (hash) do update set
                subscriber_id = coalesce(excluded.subscriber_id, known.subscriber_id),
                reason = case when excluded.reason = 'COMPLAINT' then 'COMPLAINT' else known.reason end""";

    private static final String LIFT = """
            delete from suppression p
            using (select cast(? as text) reason, cast(? as timestamptz) since, cast(? as text) domain) wanted
            where (wanted.reason is null or p.reason = wanted.reason)
              and (wanted.since is null or p.since >= wanted.since)
              and (wanted.domain is null or exists (
                  select from subscriber s where s.id = p.subscriber_id
                  and substring(s.email_key from '[^@]*$') = wanted.domain))
            returning p.subscriber_id""";

    private record Known(long id, String email) {}

    @Inject
    Sql sql;

    @Inject
    SuppressionHash hash;

    @Inject
    Consents consents;

    @Inject
    Clock clock;

    // The first reason stays, except that a complaint replaces it, because it is the person's own word.
    public void suppress(EmailAddress email, SuppressionReason reason) {
        var subscriber = Subscriber.locked(email);
        subscriber.ifPresent(it -> suppress(it, reason));
        moveToNewestSecret(email);
        sql.execute(
                ADD,
                hash.of(email),
                reason.name(),
                clock.instant(),
                subscriber.map(it -> it.id).orElse(null));
    }

    private void suppress(Subscriber subscriber, SuppressionReason reason) {
        subscriber.suppress(reason, clock.instant());
        if (reason == SuppressionReason.COMPLAINT) {
            consents.add(subscriber.id, Consent.Way.WITHDRAWN, subscriber.unsubscribedAt, Optional.empty());
        }
    }

    // Only the hash is known, from the export of an installation with the same secret.
    public void suppress(byte[] hash, SuppressionReason reason) {
        sql.execute(
                "insert into suppression (hash, reason, since) values (?, ?, ?) on conflict do nothing",
                hash,
                reason.name(),
                clock.instant());
    }

    // Suppresses subscribers whose addresses were on the list only as hashes.
    public void suppressWhoeverIsKnown() {
        var page = subscribersAfter(0);
        while (!page.isEmpty()) {
            var emails = new HashMap<String, EmailAddress>();
            page.forEach(known -> EmailAddress.parse(known.email()).ifPresent(it -> emails.put(it.key(), it)));
            among(emails.values()).forEach((key, reason) -> suppress(emails.get(key), reason));
            page = subscribersAfter(page.get(page.size() - 1).id());
        }
    }

    private List<Known> subscribersAfter(long id) {
        return sql.query(
                "select id, email from subscriber where id > ? and state <> 'SUPPRESSED' order by id limit ?",
                row -> new Known(row.getLong("id"), row.getString("email")),
                id,
                PAGE);
    }

    // Returns false if the address is not suppressed.
    public boolean adopt(EmailAddress email, Subscriber subscriber) {
        var changed = sql.execute(
                "update suppression set subscriber_id = ? where hash = any (?)",
                subscriber.id,
                hash.all(email).toArray(byte[][]::new));
        return changed > 0;
    }

    // Returns false if the address was not suppressed. A subscriber returns to the previous state.
    public boolean lift(EmailAddress email) {
        var subscriber = Subscriber.locked(email).filter(it -> it.state == SubscriberState.SUPPRESSED);
        subscriber.ifPresent(it -> it.unsuppress(clock.instant()));
        return forget(email) | subscriber.isPresent();
    }

    // Returns the number of lifted entries. Empty filters match everything, and the domain is known only for
    // subscribers.
    public int lift(Optional<SuppressionReason> reason, Optional<Instant> since, Optional<String> domain) {
        var gone = sql.query(
                LIFT,
                row -> row.getObject("subscriber_id", Long.class),
                reason.map(Enum::name).orElse(null),
                since.orElse(null),
                domain.orElse(null));
        gone.stream()
                .filter(Objects::nonNull)
                .map(it -> Subscriber.<Subscriber>findById(it, LockModeType.PESSIMISTIC_WRITE))
                .filter(it -> it != null && it.state == SubscriberState.SUPPRESSED)
                .forEach(it -> it.unsuppress(clock.instant()));
        return gone.size();
    }

    // Takes the hash that the list and the export show.
    public boolean liftHash(String hexadecimal) {
        if (!SuppressionHash.isOne(hexadecimal)) {
            return false;
        }
        var found = sql.query(
                "select s.email from suppression p left join subscriber s on s.id = p.subscriber_id where p.hash = ?",
                row -> EmailAddress.parse(row.getString("email")),
                SuppressionHash.read(hexadecimal));
        var email = found.stream().flatMap(Optional::stream).findFirst();
        return email.isPresent()
                ? lift(email.get())
                : !found.isEmpty() && delete(List.of(SuppressionHash.read(hexadecimal)));
    }

    public boolean forget(EmailAddress email) {
        return delete(hash.all(email));
    }

    private boolean delete(List<byte[]> hashes) {
        var changed =
                sql.execute("delete from suppression where hash = any (?)", (Object) hashes.toArray(byte[][]::new));
        return changed > 0;
    }

    // Returns the suppressed ones by their keys.
    public Map<String, SuppressionReason> among(Collection<EmailAddress> emails) {
        var keys = new HashMap<String, String>();
        var hashes = emails.stream()
                .flatMap(email ->
                        hash.all(email).stream().peek(it -> keys.put(SuppressionHash.hexadecimal(it), email.key())))
                .toArray(byte[][]::new);
        var found = new HashMap<String, SuppressionReason>();
        sql.query(
                "select hash, reason from suppression where hash = any (?)",
                row -> found.put(
                        keys.get(SuppressionHash.hexadecimal(row.getBytes("hash"))),
                        SuppressionReason.valueOf(row.getString("reason"))),
                (Object) hashes);
        return found;
    }

    private void moveToNewestSecret(EmailAddress email) {
        var all = hash.all(email);
        for (var older : all.subList(1, all.size())) {
            sql.execute("""
                    update suppression set hash = ? where hash = ?
                    and not exists (select from suppression where hash = ?)""", all.get(0), older, all.get(0));
        }
    }
}
