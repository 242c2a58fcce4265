package dev.paperround.sending.report;

import dev.paperround.database.Sql;
import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.Send;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.token.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ApplicationScoped
@Transactional
public class History {
    private static final int DAYS = 14;

    // A day's send begins at most a calendar day before the day itself, where local time is ahead of UTC.
    private static final int EARLIER = 2;

    private static final String ENTRIES = """
            select d.id, d.created_on, s.kind, s.day, d.state, cardinality(d.paper_ids) papers, d.reason,
                   d.smtp_reply, d.next_attempt_at, d.planned_at
            from delivery d join send s on s.id = d.send_id
            where d.subscriber_id = ? and d.created_on >= ?""";

    @Inject
    Sql sql;

    @Inject
    Papers papers;

    @Inject
    Links links;

    @Inject
    Clock clock;

    // Newest first, without the days before the subscription. Empty for an unknown address.
    public Optional<List<HistoryDay>> of(EmailAddress email) {
        return Subscriber.findByEmail(email).map(this::of);
    }

    public List<HistoryDay> of(Subscriber subscriber) {
        var now = clock.instant();
        var schedule = subscriber.schedule();
        var today = schedule.localDate(now);
        var since =
                schedule.localDate(Optional.ofNullable(subscriber.confirmedAt).orElse(subscriber.createdAt));
        var entries = entries(subscriber, today.minusDays(DAYS + EARLIER));
        var featured = papers.days().stream().map(DigestDay::day).collect(Collectors.toSet());
        var quiet = new NoMailExplanation(subscriber, now);
        return IntStream.range(0, DAYS)
                .mapToObj(today::minusDays)
                .map(day -> entries.containsKey(day)
                        ? entries.get(day).told(links, featured)
                        : day.isBefore(since) ? null : quiet.told(day))
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<LocalDate, HistoryEntry> entries(Subscriber subscriber, LocalDate from) {
        return sql.query(ENTRIES, row -> entry(row, subscriber), subscriber.id, from).stream()
                .collect(Collectors.toMap(
                        HistoryEntry::day,
                        Function.identity(),
                        (one, other) -> HistoryEntry.MOST_TELLING.compare(one, other) > 0 ? one : other));
    }

    // A send by hand may be for any day's papers, but it belongs to the day on which it was made.
    private static HistoryEntry entry(ResultSet row, Subscriber subscriber) throws SQLException {
        var scheduled = row.getString("kind").equals(Send.Kind.SCHEDULED.name());
        return new HistoryEntry(
                row.getLong("id"),
                row.getObject("created_on", LocalDate.class),
                scheduled,
                scheduled
                        ? row.getObject("day", LocalDate.class)
                        : subscriber.schedule().localDate(Sql.instant(row, "planned_at")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("papers"),
                row.getString("reason"),
                row.getString("smtp_reply"),
                Optional.ofNullable(Sql.instant(row, "next_attempt_at"))
                        .map(it -> it.atZone(subscriber.schedule().zone()).toLocalTime())
                        .orElse(null));
    }
}
