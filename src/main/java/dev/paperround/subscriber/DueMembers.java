package dev.paperround.subscriber;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.preferences.Frequency;
import dev.paperround.subscriber.preferences.LastDigest;
import dev.paperround.subscriber.preferences.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
    Sql sql;

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
        var members = new ArrayList<DueMember>();
        var unreadable = new ArrayList<UnreadableMember>();
        var places = sql.query(CLAIM, row -> read(row, members, unreadable), now, after.dueAt(), after.id(), most);
        return new Due(members, unreadable, places.isEmpty() ? after : places.get(places.size() - 1));
    }

    public void pass(List<DueMember> members, Function<DueMember, Instant> next) {
        sql.execute(
                PASS,
                members.stream().mapToLong(it -> it.member().id()).toArray(),
                texts(members, it -> next.apply(it).toString()),
                texts(members, it -> it.date().toString()),
                texts(members, it -> it.passed().dueAt().toString()),
                texts(members, it -> it.passed().date().toString()));
    }

    // The settings may be readable by then.
    public void putOff(List<UnreadableMember> members, Instant until) {
        sql.execute(
                PUT_OFF, until, members.stream().mapToLong(UnreadableMember::id).toArray());
    }

    private static Place read(ResultSet row, List<DueMember> members, List<UnreadableMember> unreadable)
            throws SQLException {
        var place = new Place(Sql.instant(row, "next_due_at"), row.getLong("id"));
        try {
            members.add(dueMember(row, place.dueAt()));
        } catch (RuntimeException e) {
            unreadable.add(new UnreadableMember(place.id(), place.dueAt(), e.getMessage()));
        }
        return place;
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
        var lastDueOn = row.getObject("last_due_on", LocalDate.class);
        return Optional.ofNullable(Sql.instant(row, "last_due_at")).map(dueAt -> new LastDigest(dueAt, lastDueOn));
    }
}
