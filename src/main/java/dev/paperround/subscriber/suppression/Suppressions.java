package dev.paperround.subscriber.suppression;

import dev.paperround.subscriber.Consent;
import dev.paperround.subscriber.Consents;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.SuppressionReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;

/** Maintains the list of addresses that get no mail, whether they are subscribed or not. */
@ApplicationScoped
@Transactional
public class Suppressions {
    private static final int PAGE = 5000;

    private static final String ADD = """
            insert into suppression as known (hash, reason, since, subscriber_id)
            values (:hash, :reason, :now, cast(:subscriber as bigint))
            on conflict (hash) do update set
                subscriber_id = coalesce(excluded.subscriber_id, known.subscriber_id),
                reason = case when excluded.reason = 'COMPLAINT' then 'COMPLAINT' else known.reason end""";

    private static final String LIFT = """
            delete from suppression p
            where (cast(:reason as text) is null or p.reason = :reason)
              and (cast(:since as timestamptz) is null or p.since >= :since)
              and (cast(:domain as text) is null or exists (
                  select from subscriber s where s.id = p.subscriber_id
                  and substring(s.email_key from '[^@]*$') = :domain))
            returning p.subscriber_id""";

    @Inject
    EntityManager entityManager;

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
        session()
                .createNativeMutationQuery(ADD)
                .setParameter("hash", hash.of(email))
                .setParameter("reason", reason.name())
                .setParameter("now", clock.instant())
                .setParameter("subscriber", subscriber.map(it -> it.id).orElse(null), Long.class)
                .executeUpdate();
    }

    private void suppress(Subscriber subscriber, SuppressionReason reason) {
        subscriber.suppress(reason, clock.instant());
        if (reason == SuppressionReason.COMPLAINT) {
            consents.add(subscriber.id, Consent.Way.WITHDRAWN, subscriber.unsubscribedAt, Optional.empty());
        }
    }

    // Only the hash is known, from the export of an installation with the same secret.
    public void suppress(byte[] hash, SuppressionReason reason) {
        session()
                .createNativeMutationQuery("""
                        insert into suppression (hash, reason, since) values (:hash, :reason, :now) on conflict do nothing""")
                .setParameter("hash", hash)
                .setParameter("reason", reason.name())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    // Suppresses subscribers whose addresses were on the list only as hashes.
    public void suppressWhoeverIsKnown() {
        var page = subscribersAfter(0);
        while (!page.isEmpty()) {
            var emails = new HashMap<String, EmailAddress>();
            page.forEach(row -> EmailAddress.parse(row.get(1, String.class)).ifPresent(it -> emails.put(it.key(), it)));
            among(emails.values()).forEach((key, reason) -> suppress(emails.get(key), reason));
            page = subscribersAfter(page.get(page.size() - 1).get(0, Long.class));
        }
    }

    private List<Tuple> subscribersAfter(long id) {
        return session()
                .createNativeQuery("""
                        select id, email from subscriber where id > :id and state <> 'SUPPRESSED' order by id""", Tuple.class)
                .setParameter("id", id)
                .setMaxResults(PAGE)
                .getResultList();
    }

    // Returns false if the address is not suppressed.
    public boolean adopt(EmailAddress email, Subscriber subscriber) {
        return session()
                        .createNativeMutationQuery(
                                "update suppression set subscriber_id = :subscriber where hash = any (:hashes)")
                        .setParameter("subscriber", subscriber.id)
                        .setParameter("hashes", hash.all(email).toArray(byte[][]::new))
                        .executeUpdate()
                > 0;
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
        var gone = session()
                .createNativeQuery(LIFT, Tuple.class)
                .setParameter("reason", reason.map(Enum::name).orElse(null), String.class)
                .setParameter("since", since.orElse(null), Instant.class)
                .setParameter("domain", domain.orElse(null), String.class)
                .getResultList();
        gone.stream()
                .map(it -> it.get(0, Long.class))
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
        var found = session()
                .createNativeQuery("""
                        select s.email from suppression p left join subscriber s on s.id = p.subscriber_id
                        where p.hash = :hash""", Tuple.class)
                .setParameter("hash", SuppressionHash.read(hexadecimal))
                .uniqueResultOptional();
        var email = found.flatMap(it -> EmailAddress.parse(it.get(0, String.class)));
        return email.isPresent()
                ? lift(email.get())
                : found.isPresent() && delete(List.of(SuppressionHash.read(hexadecimal)));
    }

    public boolean forget(EmailAddress email) {
        return delete(hash.all(email));
    }

    private boolean delete(List<byte[]> hashes) {
        return session()
                        .createNativeMutationQuery("delete from suppression where hash = any (:hashes)")
                        .setParameter("hashes", hashes.toArray(byte[][]::new))
                        .executeUpdate()
                > 0;
    }

    // Returns the suppressed ones by their keys.
    public Map<String, SuppressionReason> among(Collection<EmailAddress> emails) {
        var keys = new HashMap<String, String>();
        var hashes = emails.stream()
                .flatMap(email ->
                        hash.all(email).stream().peek(it -> keys.put(SuppressionHash.hexadecimal(it), email.key())))
                .toArray(byte[][]::new);
        var found = new HashMap<String, SuppressionReason>();
        session()
                .createNativeQuery("select hash, reason from suppression where hash = any (:hashes)", Tuple.class)
                .setParameter("hashes", hashes)
                .getResultList()
                .forEach(row -> found.put(
                        keys.get(SuppressionHash.hexadecimal(row.get(0, byte[].class))),
                        SuppressionReason.valueOf(row.get(1, String.class))));
        return found;
    }

    private void moveToNewestSecret(EmailAddress email) {
        var all = hash.all(email);
        for (var older : all.subList(1, all.size())) {
            session()
                    .createNativeMutationQuery("""
                            update suppression set hash = :newest where hash = :older
                            and not exists (select from suppression where hash = :newest)""")
                    .setParameter("newest", all.get(0))
                    .setParameter("older", older)
                    .executeUpdate();
        }
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
