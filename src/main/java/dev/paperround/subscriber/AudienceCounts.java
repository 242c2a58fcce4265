package dev.paperround.subscriber;

import dev.paperround.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Keeps subscriber and query counts, which are refreshed from time to time so that reading them is cheap. */
@ApplicationScoped
public class AudienceCounts {
    private static final int MOST_QUERIES = 10;

    private static final String COUNT_ACTIVE = """
            insert into audience_day (day, active)
            select ?, count(*) from subscriber where state = 'ACTIVE'
            on conflict (day) do update set active = excluded.active""";

    // A query that only one person uses stays private.
    private static final String COUNT_QUERIES = """
            insert into popular_query (query, subscribers)
            select f.query, count(distinct f.subscriber_id) as subscribers
            from filter f join subscriber s on s.id = f.subscriber_id and s.state = 'ACTIVE'
            group by f.query having count(distinct f.subscriber_id) > 1
            order by subscribers desc, f.query limit ?""";

    public record Day(LocalDate day, long active) {}

    public record PopularQuery(String query, long subscribers) {}

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    // This takes several seconds with a million subscribers.
    @Transactional
    public void count() {
        sql.execute(COUNT_ACTIVE, today());
        sql.execute("delete from popular_query");
        sql.execute(COUNT_QUERIES, MOST_QUERIES);
    }

    // Counts first if today has not been counted yet. Days without a count are left out.
    @Transactional
    public List<Day> since(LocalDate day) {
        var days = days(day);
        if (days.isEmpty() || days.get(days.size() - 1).day().isBefore(today())) {
            count();
            return days(day);
        }
        return days;
    }

    private List<Day> days(LocalDate since) {
        return sql.query(
                "select day, active from audience_day where day >= ? order by day",
                row -> new Day(row.getObject(1, LocalDate.class), row.getLong(2)),
                since);
    }

    @Transactional
    public List<PopularQuery> popularQueries() {
        return sql.query(
                "select query, subscribers from popular_query order by subscribers desc, query",
                row -> new PopularQuery(row.getString(1), row.getLong(2)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(Instant.now(clock), ZoneOffset.UTC);
    }
}
