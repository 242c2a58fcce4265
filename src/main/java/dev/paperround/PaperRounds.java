package dev.paperround;

import dev.paperround.paper.HuggingFaceSource;
import dev.paperround.paper.PaperIngest;
import dev.paperround.paper.Papers;
import dev.paperround.paper.Sample;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Brings in the papers of the last days, and something to look at on the very first start. */
@ApplicationScoped
class PaperRounds {
    private static final int DAYS = 4;

    @Inject
    HuggingFaceSource source;

    @Inject
    PaperIngest ingest;

    @Inject
    Papers papers;

    @Inject
    Sample sample;

    @Inject
    Clock clock;

    @Inject
    ManagedExecutor executor;

    @ConfigProperty(name = "paperround.sources.huggingface.every", defaultValue = "1h")
    String every;

    @ConfigProperty(name = "paperround.sample", defaultValue = "false")
    boolean sampleWanted;

    void start(@Observes StartupEvent event) {
        if (sampleWanted && papers.days().isEmpty()) {
            executor.submit(this::firstPapers);
        }
    }

    private void firstPapers() {
        if (!every.equals("off")) {
            collect();
        }
        if (papers.days().isEmpty() && sample.load(today())) {
            Log.info("No papers could be had yet; a sample of invented ones stands in until the first real ones come.");
        }
    }

    /** The list of a day fills up during the day and after it, so the last days are asked again each time. */
    void collect() {
        for (var back = 0; back < DAYS; back++) {
            var day = today().minusDays(back);
            var reading = source.papersOf(day);
            if (!reading.holdsNoPaper()) {
                ingest.ingest(day, reading.drafts(), reading.rejections());
            }
            if (reading.refusal().isPresent()) {
                Log.warnf(
                        "The papers of %s could not be had: %s",
                        day, reading.refusal().get());
                return;
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
