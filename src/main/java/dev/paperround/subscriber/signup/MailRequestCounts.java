package dev.paperround.subscriber.signup;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/**
 * Counts recent mails to an address by its keyed hash. Checking and counting take a single statement, so concurrent
 * requests cannot exceed a limit.
 */
@ApplicationScoped
public class MailRequestCounts {
    // These are confirmations and links of the last month, which limit further ones.
    public record Sent(String kind, Instant at) {}

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MONTH = Duration.ofDays(30);

    enum Kind {
        CONFIRM,
        LINK
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Tokens tokens;

    @Inject
    SignUpSettings settings;

    @Inject
    Clock clock;

    boolean takes(Kind kind, EmailAddress email) {
        var confirm = kind == Kind.CONFIRM;
        return takes(
                kind,
                email,
                confirm ? settings.confirmationsPerDay() : settings.linksPerDay(),
                confirm ? settings.confirmationsPerMonth() : Integer.MAX_VALUE);
    }

    private boolean takes(Kind kind, EmailAddress email, int perDay, int perMonth) {
        var now = clock.instant();
        return session()
                        .createNativeMutationQuery("""
                                insert into letter_count as known (hash, kind, times)
                                values (:hash, :kind, array[cast(:now as timestamptz)])
                                on conflict (hash, kind) do update
                                set times = array(select t from unnest(known.times) t where t > :month order by t)
                                            || cast(:now as timestamptz)
                                where (select count(*) from unnest(known.times) t where t > :day) < :perDay
                                and (select count(*) from unnest(known.times) t where t > :month) < :perMonth""")
                        .setParameter("hash", hashes(email).get(0))
                        .setParameter("kind", kind.name())
                        .setParameter("now", now)
                        .setParameter("day", now.minus(DAY))
                        .setParameter("month", now.minus(MONTH))
                        .setParameter("perDay", perDay)
                        .setParameter("perMonth", perMonth)
                        .executeUpdate()
                > 0;
    }

    // The last mail was not sent after all.
    void giveBack(Kind kind, EmailAddress email) {
        session()
                .createNativeMutationQuery("""
                        update letter_count set times = trim_array(times, 1) where kind = :kind and hash = :hash""")
                .setParameter("kind", kind.name())
                .setParameter("hash", hashes(email).get(0))
                .executeUpdate();
    }

    // A person who responds to the mails wants them, so they no longer count.
    public void forget(Kind kind, EmailAddress email) {
        session()
                .createNativeMutationQuery("delete from letter_count where kind = :kind and hash = any (:hashes)")
                .setParameter("kind", kind.name())
                .setParameter("hashes", hashes(email).toArray(byte[][]::new))
                .executeUpdate();
    }

    public void forget(EmailAddress email) {
        List.of(Kind.values()).forEach(kind -> forget(kind, email));
    }

    public List<Sent> of(EmailAddress email) {
        return session()
                .createNativeQuery("""
                        select kind, t from letter_count, unnest(times) t
                        where hash = any (:hashes) order by t""", Tuple.class)
                .setParameter("hashes", hashes(email).toArray(byte[][]::new))
                .getResultStream()
                .map(row -> new Sent(row.get(0, String.class), row.get(1, Instant.class)))
                .toList();
    }

    int purge() {
        return session()
                .createNativeMutationQuery("""
                        delete from letter_count where coalesce(times[cardinality(times)], '-infinity') <= :month""")
                .setParameter("month", clock.instant().minus(MONTH))
                .executeUpdate();
    }

    private List<byte[]> hashes(EmailAddress email) {
        return tokens.hashes("letters\n" + email.key());
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
