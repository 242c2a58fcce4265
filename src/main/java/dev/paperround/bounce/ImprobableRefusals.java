package dev.paperround.bounce;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SuppressionReason;
import dev.paperround.subscriber.suppression.Suppressions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.Session;

/**
 * Protects subscribers from a faulty mail system. If a domain reports more than five mailboxes and more than a fifth of
 * those mailed on one day as missing, although each took mail in the last two weeks, suppression waits for an operator.
 */
@ApplicationScoped
@Transactional
public class ImprobableRefusals {
    static final int FEW = 5;
    private static final int SHARE = 5;
    private static final int LATELY_DAYS = 14;

    private static final String DOMAIN = "substring(s.email_key from '[^@]*$')";

    // Counts only addresses that accepted an earlier mail.
    private static final String REFUSED = """
            select count(distinct b.subscriber_id) from bounce b join subscriber s on s.id = b.subscriber_id
            where b.kind = 'HARD' and b.delivery_on = :day and %s = :domain and exists (
                select from delivery d where d.subscriber_id = s.id and d.state = 'SENT'
                and d.created_on between :since and :day and d.id < b.delivery_id)""".formatted(DOMAIN);

    // Counts only up to the number that decides the question.
    private static final String MAILED = """
            select count(*) from (
                select from subscriber s where %s = :domain and exists (
                    select from delivery d where d.subscriber_id = s.id and d.created_on = :day
                    and d.state in ('SENT', 'REJECTED', 'UNKNOWN'))
                limit :most) mailed""".formatted(DOMAIN);

    private static final String LAST_MAILED = """
            select coalesce(max(d.created_on), :day) from subscriber s join delivery d on d.subscriber_id = s.id
            where %s = :domain and d.created_on > :day and d.state in ('SENT', 'REJECTED', 'UNKNOWN')""".formatted(DOMAIN);

    private static final String HELD = """
            select h.domain, h.day, h.since, count(a.subscriber_id),
                   (select max(b.diagnostic) from bounce b join held_address x on x.subscriber_id = b.subscriber_id
                    where x.domain = h.domain and b.kind = 'HARD' and b.delivery_on = h.day)
            from suppression_hold h left join held_address a on a.domain = h.domain
            where h.decided_at is null group by h.domain order by h.since, h.domain""";

    private final AtomicLong held = new AtomicLong();

    @Inject
    EntityManager entityManager;

    @Inject
    Suppressions suppressions;

    @Inject
    BounceLog log;

    @Inject
    Clock clock;

    public record Held(String domain, LocalDate day, Instant since, long addresses, String reply) {}

    @Inject
    ImprobableRefusals(MeterRegistry meters) {
        Gauge.builder("paperround.suppressions.held", held::get).register(meters);
    }

    public List<Held> list() {
        return session()
                .createNativeQuery(HELD, Tuple.class)
                .getResultStream()
                .map(it -> new Held(
                        it.get(0, String.class),
                        it.get(1, LocalDate.class),
                        it.get(2, Instant.class),
                        it.get(3, Long.class),
                        it.get(4, String.class)))
                .toList();
    }

    /** Returns the number of addresses concerned, or -1 if the domain is not held. */
    public int decide(String domain, boolean suppress) {
        var name = domain.strip().toLowerCase(Locale.ROOT);
        if (name.indexOf('\0') >= 0) {
            return -1;
        }
        var open = session()
                .createNativeMutationQuery("""
                        update suppression_hold set decided_at = :now, suppress = :suppress
                        where domain = :domain and decided_at is null""")
                .setParameter("now", clock.instant())
                .setParameter("suppress", suppress)
                .setParameter("domain", name)
                .executeUpdate();
        if (open == 0) {
            return -1;
        }
        var addresses = addresses(name);
        if (suppress) {
            addresses.forEach(this::suppress);
        }
        forgetAddresses(name);
        return addresses.size();
    }

    // Returns true if nobody is to be suppressed for this hard failure for now.
    boolean holds(Subscriber subscriber, LocalDate day) {
        var domain = subscriber.emailKey.substring(subscriber.emailKey.lastIndexOf('@') + 1);
        var refused = counted(domain, day);
        var hold = session()
                .createNativeQuery(
                        "select day, suppress from suppression_hold where domain = :domain for update", Tuple.class)
                .setParameter("domain", domain)
                .uniqueResultOptional();
        var decision =
                hold.filter(it -> !it.get(0, LocalDate.class).isBefore(day)).map(it -> it.get(1, Boolean.class));
        if (decision.isPresent()) {
            return !decision.get();
        }
        if (hold.isPresent() && hold.get().get(1) == null) {
            keep(domain, subscriber.id);
            return true;
        }
        if (refused <= FEW || !isWorthALook(refused) || !isMuch(domain, day)) {

            return false;
        }
        hold(domain, day);
        keep(domain, subscriber.id);
        return true;
    }

    /** Ends the holds that a later day has disproved, and suppresses the addresses that still have no mailbox. */
    public void review() {
        for (var hold : list()) {
            var day = lastMailed(hold);
            if (!isMuch(hold.domain(), day)) {
                addresses(hold.domain()).stream()
                        .filter(it -> !tookMailSince(it, hold.since()))
                        .forEach(this::suppress);
                session()
                        .createNativeMutationQuery("delete from suppression_hold where domain = :domain")
                        .setParameter("domain", hold.domain())
                        .executeUpdate();
            }
        }
        session()
                .createNativeMutationQuery("delete from domain_refusal where day < :before")
                .setParameter(
                        "before",
                        LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                                .minusDays(2L * LATELY_DAYS))
                .executeUpdate();
        held.set(list().stream().mapToLong(Held::addresses).sum());
    }

    private int counted(String domain, LocalDate day) {
        return session()
                .createNativeQuery("""
                        insert into domain_refusal as known (domain, day, refused) values (:domain, :day, 1)
                        on conflict (domain, day) do update set refused = known.refused + 1 returning refused""", Integer.class)
                .setParameter("domain", domain)
                .setParameter("day", day)
                .getSingleResult();
    }

    // A check costs more the more refusals there are, so it runs less often as they grow.
    private static boolean isWorthALook(int refused) {
        var step = 1;
        while (refused / step > 100) {
            step *= 10;
        }
        return refused % step == 0;
    }

    private boolean isMuch(String domain, LocalDate day) {
        var refused = session()
                .createNativeQuery(REFUSED, Long.class)
                .setParameter("domain", domain)
                .setParameter("since", day.minusDays(LATELY_DAYS))
                .setParameter("day", day)
                .getSingleResult();
        return refused > FEW && mailed(domain, day, SHARE * refused) < SHARE * refused;
    }

    private long mailed(String domain, LocalDate day, long most) {
        return session()
                .createNativeQuery(MAILED, Long.class)
                .setParameter("domain", domain)
                .setParameter("day", day)
                .setParameter("most", most)
                .getSingleResult();
    }

    // A day with only a few mails to the domain proves nothing.
    private LocalDate lastMailed(Held hold) {
        var last = session()
                .createNativeQuery(LAST_MAILED, LocalDate.class)
                .setParameter("domain", hold.domain())
                .setParameter("day", hold.day())
                .getSingleResult();
        return mailed(hold.domain(), last, FEW + 1) > FEW ? last : hold.day();
    }

    // Also lifts the suppressions made that day before the limit was reached.
    private void hold(String domain, LocalDate day) {
        session()
                .createNativeMutationQuery("""
                        insert into suppression_hold (domain, day, since) values (:domain, :day, :now)
                        on conflict (domain) do update set day = excluded.day, since = excluded.since, decided_at = null,
                                                           suppress = null""")
                .setParameter("domain", domain)
                .setParameter("day", day)
                .setParameter("now", clock.instant())
                .executeUpdate();
        for (var subscriber : log.suppressedOn(domain, day)) {
            Subscriber.<Subscriber>findByIdOptional(subscriber)
                    .flatMap(it -> EmailAddress.parse(it.email))
                    .ifPresent(suppressions::lift);
            keep(domain, subscriber);
        }
    }

    private void keep(String domain, long subscriber) {
        session()
                .createNativeMutationQuery("""
                        insert into held_address (domain, subscriber_id, since) values (:domain, :subscriber, :now)
                        on conflict (domain, subscriber_id) do update set since = excluded.since""")
                .setParameter("domain", domain)
                .setParameter("subscriber", subscriber)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private List<Long> addresses(String domain) {
        return session()
                .createNativeQuery(
                        "select subscriber_id from held_address where domain = :domain order by 1", Long.class)
                .setParameter("domain", domain)
                .getResultList();
    }

    private void forgetAddresses(String domain) {
        session()
                .createNativeMutationQuery("delete from held_address where domain = :domain")
                .setParameter("domain", domain)
                .executeUpdate();
    }

    private boolean tookMailSince(long subscriber, Instant since) {
        return session()
                .createNativeQuery("""
                        select exists (select from delivery d where d.subscriber_id = :subscriber and d.state = 'SENT'
                                       and d.planned_at > :since)""", Boolean.class)
                .setParameter("subscriber", subscriber)
                .setParameter("since", since)
                .getSingleResult();
    }

    private void suppress(long subscriber) {
        Subscriber.<Subscriber>findByIdOptional(subscriber)
                .flatMap(it -> EmailAddress.parse(it.email))
                .ifPresent(it -> suppressions.suppress(it, SuppressionReason.HARD_BOUNCE));
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
