package dev.paperround.bounce;

import dev.paperround.subscription.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** What came back, kept for a while. */
@ApplicationScoped
@Transactional
public class BounceLog {
    /** Soft bounces between the last mail before this one that arrived and the first behind it, one a day. */
    private static final String SOFT_DAYS = """
            select count(distinct b.delivery_on) from bounce b
            where b.subscriber_id = :subscriber and b.kind = 'SOFT' and b.received_at >= :since
              and b.delivery_on > coalesce((select max(created_on) from delivery d where d.subscriber_id = :subscriber
                                            and d.state = 'SENT' and d.created_on < :on), date '0001-01-01')
              and b.delivery_on < coalesce((select min(created_on) from delivery d where d.subscriber_id = :subscriber
                                            and d.state = 'SENT' and d.created_on > :on), date '9999-12-31')""";

    @Inject
    EntityManager entityManager;

    @Inject
    BounceSettings settings;

    @Inject
    Clock clock;

    /** {@code delivery}, {@code on}: null where only the subscriber is known. */
    record Entry(String reference, Long delivery, LocalDate on, long subscriber, Verdict verdict, byte[] raw) {}

    /** One line for the operator. */
    public record Line(
            Instant receivedAt,
            BounceKind kind,
            String status,
            Long delivery,
            String email,
            boolean suppressed,
            String diagnostic) {}

    /** False: the same was said of the same mail before. */
    boolean add(Entry entry) {
        return session()
                        .createNativeMutationQuery("""
                                insert into bounce (received_at, kind, status, reference, delivery_id, delivery_on,
                                                    subscriber_id, suppressed, diagnostic, raw)
                                values (:now, :kind, :status, :reference, :delivery, :on, :subscriber, false, :diagnostic,
                                        :raw) on conflict do nothing""")
                        .setParameter("now", clock.instant())
                        .setParameter("kind", entry.verdict().kind().name())
                        .setParameter("status", entry.verdict().status())
                        .setParameter("reference", entry.reference())
                        .setParameter("delivery", entry.delivery(), Long.class)
                        .setParameter("on", entry.on(), LocalDate.class)
                        .setParameter("subscriber", entry.subscriber())
                        .setParameter("diagnostic", entry.verdict().diagnostic())
                        .setParameter("raw", entry.raw(), byte[].class)
                        .executeUpdate()
                == 1;
    }

    void suppressed(Entry entry) {
        session()
                .createNativeMutationQuery("""
                        update bounce set suppressed = true
                        where reference = :reference and kind = :kind and status = :status""")
                .setParameter("reference", entry.reference())
                .setParameter("kind", entry.verdict().kind().name())
                .setParameter("status", entry.verdict().status())
                .executeUpdate();
    }

    /** On how many days mail to them came back softly, none between having arrived, since they last confirmed. */
    long softDays(Subscriber subscriber, LocalDate on) {
        return session()
                .createNativeQuery(SOFT_DAYS, Long.class)
                .setParameter("subscriber", subscriber.id)
                .setParameter(
                        "since", Optional.ofNullable(subscriber.confirmedAt).orElse(subscriber.createdAt))
                .setParameter("on", on)
                .getSingleResult();
    }

    /** Newest first. */
    public List<Line> newest(int limit) {
        return session()
                .createNativeQuery("""
                        select b.received_at, b.kind, b.status, b.delivery_id, s.email, b.suppressed, b.diagnostic
                        from bounce b join subscriber s on s.id = b.subscriber_id order by b.id desc""", Tuple.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Line(
                        row.get(0, Instant.class),
                        BounceKind.valueOf(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, Long.class),
                        row.get(4, String.class),
                        row.get(5, Boolean.class),
                        row.get(6, String.class)))
                .toList();
    }

    /** That somebody's mail bounced is remembered, so that the same report never counts twice; its words are not. */
    public int purge() {
        return session()
                .createNativeMutationQuery("""
                        update bounce set raw = null, diagnostic = null
                        where received_at < :before and (raw is not null or diagnostic is not null)""")
                .setParameter("before", clock.instant().minus(settings.keep()))
                .executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
