package dev.paperround.admin.audit;

import dev.paperround.admin.AuditContext;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.token.AddressHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Stores what operators did. A database trigger rejects updates, and deletions other than the purge. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Audit {
    private static final String LISTED = """
            select at, who, act, subject, encode(substring(person for 6), 'hex'), how_many, outcome, status
            from audit where (:act = '' or act = :act) and (:who = '' or who = :who)
            and (not :one or person = any (:person)) order by id desc""";

    @Inject
    EntityManager entityManager;

    @Inject
    AddressHash hash;

    @Inject
    Clock clock;

    /** Describes one action; {@code person} is a prefix of a keyed hash and stays the same for the same person. */
    public record Entry(
            Instant at,
            String who,
            String act,
            String subject,
            String person,
            Long howMany,
            String outcome,
            int status) {}

    record Wanted(Optional<String> act, Optional<String> who, Optional<EmailAddress> person) {
        static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty(), Optional.empty());
    }

    void add(String who, String act, AuditContext of, int status) {
        session()
                .createNativeMutationQuery("""
                        insert into audit (at, who, act, subject, person, how_many, outcome, status)
                        values (:now, :who, :act, :subject, :person, cast(:howMany as bigint), :outcome, :status)""")
                .setParameter("now", clock.instant())
                .setParameter("who", who)
                .setParameter("act", act)
                .setParameter("subject", of.subject().orElse(null), String.class)
                .setParameter("person", of.person().map(hash::of).orElse(null), byte[].class)
                .setParameter("howMany", of.howMany().orElse(null), Long.class)
                .setParameter("outcome", status < 400 ? "DONE" : status < 500 ? "REFUSED" : "FAILED")
                .setParameter("status", status)
                .executeUpdate();
    }

    List<Entry> newest(Wanted wanted, int limit, int offset) {
        return session()
                .createNativeQuery(LISTED, Tuple.class)
                .setParameter("act", wanted.act().orElse(""))
                .setParameter("who", wanted.who().orElse(""))
                .setParameter("one", wanted.person().isPresent())
                .setParameter(
                        "person",
                        wanted.person().map(hash::all).orElse(List.of()).toArray(byte[][]::new))
                .setMaxResults(limit)
                .setFirstResult(offset)
                .getResultStream()
                .map(row -> new Entry(
                        row.get(0, Instant.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, Long.class),
                        row.get(6, String.class),
                        row.get(7, Integer.class)))
                .toList();
    }

    // The database trigger allows deletions only in a transaction with this setting.
    public int purge(Duration keep) {
        session()
                .createNativeQuery("select set_config('paperround.retention', 'audit', true)", String.class)
                .getSingleResult();
        return session()
                .createNativeMutationQuery("delete from audit where at < :before")
                .setParameter("before", clock.instant().minus(keep))
                .executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
