package dev.paperround.subscriber;

import dev.paperround.subscriber.preferences.Frequency;
import dev.paperround.subscriber.preferences.LastDigest;
import dev.paperround.subscriber.preferences.Schedule;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Claims due members page by page and moves them on to their next digest, in the caller's transaction. */
@ApplicationScoped
public class DueMembers {
    // Continues after the previous page, because its members leave dead index entries at the same hour.
    static final String CLAIM = """
            select %s, s.frequency, s.weekday, s.send_at, s.time_zone, s.paused_until, s.note_when_empty, s.next_due_at,
                   s.last_due_at, s.last_due_on
            from subscriber s
            where s.state = 'ACTIVE' and s.next_due_at <= ? and (s.next_due_at, s.id) > (?, ?)
            order by s.next_due_at, s.id limit ? for no key update of s skip locked""".formatted(Audience.MEMBER);

    // A pause that is over is cleared.
    private static final String PASS = """
            update subscriber s
            set next_due_at = passed.next_due_at, last_due_at = passed.last_due_at, last_due_on = passed.last_due_on,
                paused_until = case when s.paused_until > passed.date then s.paused_until end
            from unnest(?::bigint[], ?::timestamptz[], ?::date[], ?::timestamptz[], ?::date[])
                 as passed (id, next_due_at, date, last_due_at, last_due_on)
            where s.id = passed.id""";

    private static final String PUT_OFF =
            "update subscriber set next_due_at = ? where id = any (?) and state = 'ACTIVE'";

    @Inject
    AgroalDataSource database;

    public record Place(Instant dueAt, long id) {
        public static final Place START = new Place(Instant.EPOCH, 0);
    }

    // The last place is the one where the page ended.
    public record Due(List<DueMember> members, List<UnreadableMember> unreadable, Place last) {
        public int size() {
            return members.size() + unreadable.size();
        }
    }

    // Rows stay locked until the transaction ends. Rows that others have locked are left for later.
    public Due claim(Instant now, Place after, int most) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, after.dueAt().atOffset(ZoneOffset.UTC));
            statement.setLong(3, after.id());
            statement.setInt(4, most);
            var due = new Due(new ArrayList<>(), new ArrayList<>(), after);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    due = with(due, rows);
                }
            }
            return due;
        } catch (SQLException e) {
            throw new IllegalStateException("Who is due could not be read.", e);
        }
    }

    public void pass(List<DueMember> members, Function<DueMember, Instant> next) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PASS)) {
            statement.setObject(
                    1, members.stream().mapToLong(it -> it.member().id()).toArray());
            statement.setObject(2, texts(members, it -> next.apply(it).toString()));
            statement.setObject(3, texts(members, it -> it.date().toString()));
            statement.setObject(4, texts(members, it -> it.passed().dueAt().toString()));
            statement.setObject(5, texts(members, it -> it.passed().date().toString()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("When subscribers are due again could not be written.", e);
        }
    }

    // The settings may be readable by then.
    public void putOff(List<UnreadableMember> members, Instant until) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PUT_OFF)) {
            statement.setObject(1, until.atOffset(ZoneOffset.UTC));
            statement.setObject(
                    2, members.stream().mapToLong(UnreadableMember::id).toArray());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Subscribers nobody can read could not be put off.", e);
        }
    }

    private static Due with(Due due, ResultSet row) throws SQLException {
        var place = new Place(row.getObject("next_due_at", OffsetDateTime.class).toInstant(), row.getLong("id"));
        try {
            due.members().add(dueMember(row, place.dueAt()));
        } catch (RuntimeException e) {
            due.unreadable().add(new UnreadableMember(place.id(), place.dueAt(), e.getMessage()));
        }
        return new Due(due.members(), due.unreadable(), place);
    }

    private static String[] texts(List<DueMember> members, Function<DueMember, String> value) {
        return members.stream().map(value).toArray(String[]::new);
    }

    private static DueMember dueMember(ResultSet row, Instant dueAt) throws SQLException {
        var schedule = new Schedule(
                Frequency.valueOf(row.getString("frequency")),
                DayOfWeek.valueOf(row.getString("weekday")),
                row.getObject("send_at", LocalTime.class),
                ZoneId.of(row.getString("time_zone")));
        return new DueMember(
                Audience.member(row),
                dueAt,
                schedule,
                row.getObject("paused_until", LocalDate.class),
                row.getBoolean("note_when_empty"),
                lastDigest(row));
    }

    private static Optional<LastDigest> lastDigest(ResultSet row) throws SQLException {
        var dueAt = row.getObject("last_due_at", OffsetDateTime.class);
        return dueAt == null
                ? Optional.empty()
                : Optional.of(new LastDigest(dueAt.toInstant(), row.getObject("last_due_on", LocalDate.class)));
    }
}
