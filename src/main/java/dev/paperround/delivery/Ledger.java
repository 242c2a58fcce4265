package dev.paperround.delivery;

import dev.paperround.paper.PapersMerged;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of every delivery, moved by single statements that commit by themselves. */
@ApplicationScoped
class Ledger {
    private static final String CLAIM = """
            update delivery d set state = 'LEASED', owner = ?, lease_until = ?, updated_at = ?
            from (select created_on, id from delivery
                  where state in ('PLANNED', 'RETRY') and next_attempt_at <= ?
                  order by next_attempt_at limit ? for update skip locked) due, send s
            where d.created_on = due.created_on and d.id = due.id and s.id = d.send_id
            returning d.id, d.created_on, s.day, d.subscriber_id, d.paper_ids, d.more_ids, d.considered, d.attempts,
                      d.planned_at, d.reason, (select message from delivery_message m where m.delivery_id = d.id)""";

    /** Whether this subscriber still wants the mail is asked in the statement that lets it go. */
    private static final String MARK_SENDING = """
            update delivery d set state = 'SENDING', attempts = attempts + 1, lease_until = ?, updated_at = ?
            where d.created_on = ? and d.id = ? and d.state = 'LEASED' and d.owner = ?
              and exists (select from subscriber s where s.id = d.subscriber_id and s.state = 'ACTIVE')""";

    /** A note keeps the reason it was planned with. */
    private static final String RECORD = """
            update delivery set state = ?, smtp_code = ?, smtp_reply = ?, reason = coalesce(?, reason), next_attempt_at = ?,
                                attempts = attempts - ?, owner = null, lease_until = null, updated_at = ?
            where created_on = ? and id = ? and owner = ?""";

    private static final String RELEASE = """
            update delivery set state = 'PLANNED', owner = null, lease_until = null
            where created_on = ? and id = ? and owner = ? and state = 'LEASED'""";

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    List<Claimed> claim(String owner, int most, Duration lease) {
        var now = time(clock.instant());
        return query(CLAIM, Ledger::claimed, owner, now.plus(lease), now, now, most);
    }

    /** False when the lease is lost or the subscriber is no longer active. */
    boolean markSending(Claimed delivery, String owner, Duration lease) {
        var now = time(clock.instant());
        return update(MARK_SENDING, now.plus(lease), now, delivery.createdOn(), delivery.id(), owner) == 1;
    }

    void record(
            Claimed delivery, String owner, DeliveryState state, Outcome outcome, Reason reason, Instant nextAttempt) {
        var uncounted = outcome != null && outcome.kind() == Outcome.Kind.NOT_SENT ? 1 : 0;
        update(
                RECORD,
                state.name(),
                outcome == null ? null : outcome.code(),
                outcome == null ? null : outcome.reply(),
                reason == null ? null : reason.name(),
                nextAttempt == null ? null : time(nextAttempt),
                uncounted,
                time(clock.instant()),
                delivery.createdOn(),
                delivery.id(),
                owner);
    }

    void release(Claimed delivery, String owner) {
        update(RELEASE, delivery.createdOn(), delivery.id(), owner);
    }

    void keepMessage(Claimed delivery, byte[] message) {
        update("insert into delivery_message values (?, ?) on conflict do nothing", delivery.id(), message);
    }

    /** In the caller's transaction: what the mail turned out to have no room for was not received. */
    void cut(Claimed delivery, int room) {
        update("""
                update delivery set more_ids = paper_ids[?:] || more_ids, paper_ids = paper_ids[:?]
                where created_on = ? and id = ?""", room + 1, room, delivery.createdOn(), delivery.id());
    }

    void forgetMessage(Claimed delivery) {
        update("delete from delivery_message where delivery_id = ?", delivery.id());
    }

    /** What a vanished instance left behind: leases go back, what may have left stays unknown. */
    int recover() {
        var now = time(clock.instant());
        var freed = update("""
                update delivery set state = 'PLANNED', owner = null, lease_until = null, updated_at = ?
                where state = 'LEASED' and lease_until < ?""", now, now);
        return freed + update("""
                        update delivery set state = 'UNKNOWN', owner = null, lease_until = null, updated_at = ?,
                               smtp_reply = 'The program stopped while the mail was on its way.'
                        where state = 'SENDING' and lease_until < ?""", now, now);
    }

    int countDue(int most) {
        return query("""
                        select count(*) from (select from delivery
                        where state in ('PLANNED', 'RETRY') and next_attempt_at <= ? limit ?) due""", row -> row.getInt(1), time(clock.instant()), most).get(0);
    }

    /** A manual send ends with its last delivery, the scheduled one of a date when that date is over everywhere. */
    void finishSends() {
        var now = clock.instant();
        update("""
                update send s set state = 'DONE', finished_at = ?
                where s.state = 'SENDING' and (s.kind = 'MANUAL' or s.day < ?)
                  and not exists (select from delivery d where d.send_id = s.id
                                  and d.state in ('PLANNED', 'LEASED', 'SENDING', 'RETRY'))""", time(now), LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1));
    }

    /** Runs in the transaction of the ingest that found two papers to be one. */
    void follow(@Observes PapersMerged merged) {
        update(
                """
                update delivery set paper_ids = array_replace(paper_ids, ?, ?), more_ids = array_replace(more_ids, ?, ?)
                where paper_ids @> array[?] or more_ids @> array[?]""",
                merged.goneId(),
                merged.keptId(),
                merged.goneId(),
                merged.keptId(),
                merged.goneId(),
                merged.goneId());
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getLong(4),
                List.of((Long[]) row.getArray(5).getArray()),
                List.of((Long[]) row.getArray(6).getArray()),
                row.getInt(7),
                row.getInt(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getString(10),
                Optional.ofNullable(row.getBytes(11)));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> reader, Object... values) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, values);
                var rows = statement.executeQuery()) {
            var results = new ArrayList<T>();
            while (rows.next()) {
                results.add(reader.read(rows));
            }
            return results;
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger could not be read.", e);
        }
    }

    private int update(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger could not be written.", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
