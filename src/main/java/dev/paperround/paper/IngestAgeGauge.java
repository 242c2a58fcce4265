package dev.paperround.paper;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** How long ago the source that has been silent the longest answered; sources that are off do not count. */
@Singleton
public class IngestAgeGauge {
    private static final String ANSWERED = "select max(last_at) from ingest where source = ? and error is null";

    private final Instant started;
    private volatile Optional<Instant> answered = Optional.empty();

    @Inject
    @Any
    Instance<PaperSource> sources;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    @Inject
    IngestAgeGauge(MeterRegistry meters, Clock clock) {
        this.started = clock.instant();
        Gauge.builder("paperround.ingest.age", this::seconds)
                .baseUnit("seconds")
                .register(meters);
    }

    /** Nothing is late where every source is off. */
    private double seconds() {
        return answered.map(it -> Duration.between(it, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    public void refresh() {
        answered = sources.stream()
                .filter(source -> source.every().isPresent())
                .map(source -> lastAnswer(source.name()).orElse(started))
                .min(Instant::compareTo);
    }

    private Optional<Instant> lastAnswer(String source) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ANSWERED)) {
            statement.setString(1, source);
            try (var row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("when " + source + " last answered could not be read", e);
        }
    }
}
