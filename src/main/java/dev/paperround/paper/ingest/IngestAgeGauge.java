package dev.paperround.paper.ingest;

import dev.paperround.database.Sql;
import dev.paperround.paper.source.PaperSources;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reports the time since each source last answered without an error. A source that is off has no value. */
@Singleton
public class IngestAgeGauge {
    private static final String ANSWERED =
            "select max(last_at) as last_at from ingest where source = ? and error is null";

    private final Instant started;
    private final MultiGauge ages;
    private final Map<String, Instant> answered = new ConcurrentHashMap<>();

    @Inject
    PaperSources sources;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    IngestAgeGauge(MeterRegistry meters, Clock clock) {
        this.started = clock.instant();
        ages = MultiGauge.builder("paperround.ingest.age").baseUnit("seconds").register(meters);
    }

    public void refresh() {
        for (String source : sources.scheduled()) {
            answered.put(source, lastAnswer(source).orElse(started));
        }
        ages.register(
                answered.keySet().stream()
                        .<Row<?>>map(source -> Row.of(Tags.of("source", source), source, this::seconds))
                        .toList(),
                true);
    }

    private double seconds(String source) {
        return Duration.between(answered.get(source), clock.instant()).toMillis() / 1000.0;
    }

    private Optional<Instant> lastAnswer(String source) {
        return sql.find(ANSWERED, row -> Sql.instant(row, "last_at"), source);
    }
}
