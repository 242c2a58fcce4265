package dev.paperround.bounce;

import dev.paperround.bounce.message.BounceClassification;
import dev.paperround.bounce.message.BounceKind;
import dev.paperround.database.Sql;
import dev.paperround.subscriber.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
public class BounceLog {
    private static final int UNREAD_OF_ONE = 20;
    private static final int UNREAD = 10_000;

    // Counts at most one soft bounce a day, between the last delivered mail before this one and the next after it.
    private static final String SOFT_DAYS = """
            select count(distinct b.delivery_on) from bounce b
            where b.subscriber_id = ? and b.kind = 'SOFT' and b.received_at >= ?
              and b.delivery_on > coalesce((select max(created_on) from delivery d where d.subscriber_id = ?
                                            and d.state = 'SENT' and d.created_on < ?), date '0001-01-01')
              and b.delivery_on < coalesce((select min(created_on) from delivery d where d.subscriber_id = ?
                                            and d.state = 'SENT' and d.created_on > ?), date '9999-12-31')""";

    private static final String ADD = """
            insert into bounce (received_at, kind, status, reference, delivery_id, delivery_on, subscriber_id,
                                suppressed, diagnostic, subject, message_id, raw)
            values (?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?) on conflict do nothing""";

    private static final String LIFT = """
            update bounce b set suppressed = false from subscriber s
            where s.id = b.subscriber_id and b.kind = 'HARD' and b.suppressed and b.delivery_on = ?
              and substring(s.email_key from '[^@]*$') = ? returning b.subscriber_id""";

    private static final String FORGET_CONTENT = """
            update bounce set raw = null, diagnostic = null, subject = null, message_id = null
            where received_at < ? and (raw is not null or diagnostic is not null or subject is not null)""";

    private static final String NEWEST = """
            select b.id, b.received_at, b.kind, b.status, b.delivery_id, s.email, b.suppressed, b.diagnostic,
                   b.subject, b.message_id
            from bounce b join subscriber s on s.id = b.subscriber_id
            where b.kind = any (?) order by b.id desc limit ?""";

    @Inject
    Sql sql;

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
        var added = sql.execute(
                ADD,
                clock.instant(),
                entry.verdict().kind().name(),
                entry.verdict().status(),
                entry.reference(),
                entry.delivery(),
                entry.on(),
                entry.subscriber(),
                entry.verdict().diagnostic(),
                source.map(Source::subject).orElse(null),
                source.map(Source::messageId).orElse(null),
                source.map(Source::raw).orElse(null));
        return added == 1;
    }

    // Anyone with a token can write any number of mails, so only the newest few unread ones are kept for each
    // subscriber.
    private void makeRoom(long subscriber) {
        sql.execute("""
                delete from bounce where id in (
                    select id from bounce where subscriber_id = ? and kind = 'UNREAD'
                    order by id desc offset ?)""", subscriber, UNREAD_OF_ONE - 1);
    }

    void suppressed(Entry entry) {
        Bounce.update(
                "suppressed = true where reference = ?1 and kind = ?2 and status = ?3",
                entry.reference(),
                entry.verdict().kind().name(),
                entry.verdict().status());
    }

    List<Long> suppressedOn(String domain, LocalDate day) {
        return sql.query(LIFT, row -> row.getLong(1), day, domain);
    }

    long softDays(Subscriber subscriber, LocalDate on) {
        return sql.one(
                SOFT_DAYS,
                row -> row.getLong(1),
                subscriber.id,
                Optional.ofNullable(subscriber.confirmedAt).orElse(subscriber.createdAt),
                subscriber.id,
                on,
                subscriber.id,
                on);
    }

    /** Lists bounces, newest first; an empty {@code verdict} means all of them. */
    public List<Line> newest(int limit, Optional<String> verdict) {
        var kinds = Arrays.stream(BounceKind.values())
                .filter(it -> verdict.isEmpty() || it.listedAs().equals(verdict.get()))
                .map(BounceKind::name)
                .toArray(String[]::new);
        return sql.query(NEWEST, BounceLog::line, kinds, limit);
    }

    private static Line line(ResultSet row) throws SQLException {
        var kind = BounceKind.valueOf(row.getString("kind"));
        return new Line(
                row.getLong("id"),
                Sql.instant(row, "received_at"),
                kind.listedAs(),
                kind,
                row.getString("status"),
                row.getObject("delivery_id", Long.class),
                row.getString("email"),
                row.getBoolean("suppressed"),
                row.getString("diagnostic"),
                row.getString("subject"),
                row.getString("message_id"));
    }

    /** Returns the raw mail, cut if it is long; empty if it is past its retention period or there never was one. */
    public Optional<byte[]> source(long id) {
        return Bounce.<Bounce>findByIdOptional(id).map(it -> it.raw);
    }

    // The row remains so that the same report never counts twice; only the content is deleted.
    public int purge() {
        var before = clock.instant().minus(settings.keep());
        var unread = sql.execute("""
                delete from bounce where kind = 'UNREAD' and (received_at < ? or id in (
                    select id from bounce where kind = 'UNREAD' order by id desc offset ?))""", before, UNREAD);
        return unread + sql.execute(FORGET_CONTENT, before);
    }
}
