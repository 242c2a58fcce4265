package dev.paperround.bounce;

import dev.paperround.bounce.message.BounceClassification;
import dev.paperround.bounce.message.BounceKind;
import dev.paperround.subscriber.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

@ApplicationScoped
@Transactional
public class BounceLog {
    private static final int UNREAD_OF_ONE = 20;
    private static final int UNREAD = 10_000;

    // Counts at most one soft bounce a day, between the last delivered mail before this one and the next after it.
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

    // delivery and on are null if only the subscriber is known; source is null if no mail came.
    record Entry(
            String reference,
            Long delivery,
            LocalDate on,
            long subscriber,
            BounceClassification verdict,
            Source source) {}

    record Source(String subject, String messageId, byte[] raw) {}

    public record Line(
            long id,
            Instant receivedAt,
            String verdict,
            BounceKind kind,
            String status,
            Long delivery,
            String email,
            boolean suppressed,
            String diagnostic,
            String subject,
            String messageId) {}

    // Returns false if the same was already reported for the same mail.
    boolean add(Entry entry) {
        if (entry.verdict().kind() == BounceKind.UNREAD) {
            makeRoom(entry.subscriber());
        }
        var source = Optional.ofNullable(entry.source());
        return session()
                        .createNativeMutationQuery("""
                                insert into bounce (received_at, kind, status, reference, delivery_id, delivery_on,
                                                    subscriber_id, suppressed, diagnostic, subject, message_id, raw)
                                values (:now, :kind, :status, :reference, :delivery, :on, :subscriber, false, :diagnostic,
                                        :subject, :messageId, :raw) on conflict do nothing""")
                        .setParameter("now", clock.instant())
                        .setParameter("kind", entry.verdict().kind().name())
                        .setParameter("status", entry.verdict().status())
                        .setParameter("reference", entry.reference())
                        .setParameter("delivery", entry.delivery(), Long.class)
                        .setParameter("on", entry.on(), LocalDate.class)
                        .setParameter("subscriber", entry.subscriber())
                        .setParameter("diagnostic", entry.verdict().diagnostic())
                        .setParameter("subject", source.map(Source::subject).orElse(null), String.class)
                        .setParameter("messageId", source.map(Source::messageId).orElse(null), String.class)
                        .setParameter("raw", source.map(Source::raw).orElse(null), byte[].class)
                        .executeUpdate()
                == 1;
    }

    // Anyone with a token can write any number of mails, so only the newest few unread ones are kept for each
    // subscriber.
    private void makeRoom(long subscriber) {
        session()
                .createNativeMutationQuery("""
                        delete from bounce where id in (
                            select id from bounce where subscriber_id = :subscriber and kind = 'UNREAD'
                            order by id desc offset :most)""")
                .setParameter("subscriber", subscriber)
                .setParameter("most", UNREAD_OF_ONE - 1)
                .executeUpdate();
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

    List<Long> suppressedOn(String domain, LocalDate day) {
        return session()
                .createNativeQuery("""
                        update bounce b set suppressed = false from subscriber s
                        where s.id = b.subscriber_id and b.kind = 'HARD' and b.suppressed and b.delivery_on = :day
                          and substring(s.email_key from '[^@]*$') = :domain returning b.subscriber_id""", Long.class)
                .setParameter("day", day)
                .setParameter("domain", domain)
                .getResultList();
    }

    long softDays(Subscriber subscriber, LocalDate on) {
        return session()
                .createNativeQuery(SOFT_DAYS, Long.class)
                .setParameter("subscriber", subscriber.id)
                .setParameter(
                        "since", Optional.ofNullable(subscriber.confirmedAt).orElse(subscriber.createdAt))
                .setParameter("on", on)
                .getSingleResult();
    }

    /** Lists bounces, newest first; an empty {@code verdict} means all of them. */
    public List<Line> newest(int limit, Optional<String> verdict) {
        var kinds = Arrays.stream(BounceKind.values())
                .filter(it -> verdict.isEmpty() || it.listedAs().equals(verdict.get()))
                .map(BounceKind::name)
                .toArray(String[]::new);
        return session()
                .createNativeQuery("""
                        select b.id, b.received_at, b.kind, b.status, b.delivery_id, s.email, b.suppressed, b.diagnostic,
                               b.subject, b.message_id
                        from bounce b join subscriber s on s.id = b.subscriber_id
                        where b.kind = any (:kinds) order by b.id desc""", Tuple.class)
                .setParameter("kinds", kinds)
                .setMaxResults(limit)
                .getResultStream()
                .map(BounceLog::line)
                .toList();
    }

    private static Line line(Tuple row) {
        var kind = BounceKind.valueOf(row.get("kind", String.class));
        return new Line(
                row.get("id", Long.class),
                row.get("received_at", Instant.class),
                kind.listedAs(),
                kind,
                row.get("status", String.class),
                row.get("delivery_id", Long.class),
                row.get("email", String.class),
                row.get("suppressed", Boolean.class),
                row.get("diagnostic", String.class),
                row.get("subject", String.class),
                row.get("message_id", String.class));
    }

    /** Returns the raw mail, cut if it is long; empty if it is past its retention period or there never was one. */
    public Optional<byte[]> source(long id) {
        return session()
                .createNativeQuery("select raw from bounce where id = :id and raw is not null", byte[].class)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    // The row remains so that the same report never counts twice; only the content is deleted.
    public int purge() {
        var before = clock.instant().minus(settings.keep());
        var unread = session()
                .createNativeMutationQuery("""
                        delete from bounce where kind = 'UNREAD' and (received_at < :before or id in (
                            select id from bounce where kind = 'UNREAD' order by id desc offset :most))""")
                .setParameter("before", before)
                .setParameter("most", UNREAD)
                .executeUpdate();
        return unread
                + session()
                        .createNativeMutationQuery("""
                                update bounce set raw = null, diagnostic = null, subject = null, message_id = null
                                where received_at < :before
                                  and (raw is not null or diagnostic is not null or subject is not null)""")
                        .setParameter("before", before)
                        .executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
