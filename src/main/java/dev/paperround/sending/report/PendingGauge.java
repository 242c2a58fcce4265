package dev.paperround.sending.report;

import dev.paperround.database.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts waiting mails by how long they are overdue. Every instance reports the same values, because they come from the
 * database.
 */
@Singleton
public class PendingGauge {
    private static final List<String> AGES = List.of("waiting", "1m", "10m", "1h", "older");

    private static final String COUNT = """
            select case when due > moment then 'waiting' when due > moment - interval '1 minute' then '1m'
                        when due > moment - interval '10 minutes' then '10m' when due > moment - interval '1 hour' then '1h'
                        else 'older' end age, sum(deliveries)
            from (select next_attempt_at due, 1 deliveries from delivery where next_attempt_at is not null
                  union all select planned_at, cardinality(deliveries) from delivery_batch where owner is null
                  union all select b.planned_at, 1 from delivery_batch b cross join unnest(b.deliveries) listed (id)
                            cross join lateral (
                                select from delivery d where d.created_on = b.created_on and d.id = listed.id
                                and d.state = 'PLANNED' and d.next_attempt_at is null offset 0) still_open
                            where b.owner is not null) open,
                 (select cast(? as timestamptz) moment) now
            group by 1""";

    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    PendingGauge(MeterRegistry meters) {
        AGES.forEach(age -> Gauge.builder("paperround.pending.deliveries", () -> counts.getOrDefault(age, 0L))
                .tag("age", age)
                .register(meters));
    }

    public void refresh() {
        var fresh = new ConcurrentHashMap<String, Long>();
        sql.query(COUNT, row -> fresh.put(row.getString(1), row.getLong(2)), clock.instant());
        AGES.forEach(age -> counts.put(age, fresh.getOrDefault(age, 0L)));
    }
}
