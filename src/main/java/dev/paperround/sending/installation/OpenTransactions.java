package dev.paperround.sending.installation;

import dev.paperround.database.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds transactions that were left open. While one holds its snapshot, vacuum cannot remove any row version that
 * became obsolete since.
 */
@Singleton
public class OpenTransactions {
    private static final String OLDEST = """
            select pid::text, usename::text, coalesce(nullif(application_name, ''), backend_type), xact_start
            from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
              and (backend_xmin is not null or backend_xid is not null) and xact_start is not null
            union all
            select gid, owner::text, 'prepared', prepared from pg_prepared_xacts where database = current_database()
            order by 4 limit 1""";

    @Inject
    Sql sql;

    private final Clock clock;
    private volatile Instant oldest;

    // The process is its number, or the name of a prepared transaction.
    public record Found(String process, String user, String program, Duration age) {}

    @Inject
    OpenTransactions(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder("paperround.database.oldest.transaction.seconds", () -> age(oldest)
                        .toSeconds())
                .register(meters);
    }

    public void refresh() {
        var now = clock.instant();
        oldest = oldest().map(it -> now.minus(it.age())).orElse(null);
    }

    public Optional<Found> oldest() {
        return sql.find(
                OLDEST,
                row -> new Found(
                        row.getString(1), row.getString(2), row.getString(3), age(Sql.instant(row, "xact_start"))));
    }

    private Duration age(Instant begun) {
        return begun == null ? Duration.ZERO : Duration.between(begun, clock.instant());
    }
}
