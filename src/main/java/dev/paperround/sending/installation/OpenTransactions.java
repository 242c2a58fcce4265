package dev.paperround.sending.installation;

import dev.paperround.sending.ledger.LedgerConnection;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
    AgroalDataSource database;

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
        try (var connection = database.getConnection()) {
            return LedgerConnection.rows(
                            connection,
                            OLDEST,
                            row -> new Found(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    age(row.getObject(4, OffsetDateTime.class).toInstant())))
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("The open transactions could not be read.", e);
        }
    }

    private Duration age(Instant begun) {
        return begun == null ? Duration.ZERO : Duration.between(begun, clock.instant());
    }
}
