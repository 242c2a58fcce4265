package dev.paperround;

import dev.paperround.paper.Papers;
import dev.paperround.paper.ingest.PaperPolls;
import dev.paperround.paper.ingest.SamplePapers;
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

@ApplicationScoped
class SamplePapersOnFirstStart {
    @Inject
    PaperPolls polls;

    @Inject
    Papers papers;

    @Inject
    SamplePapers samplePapers;

    @Inject
    Clock clock;

    @Inject
    ManagedExecutor executor;

    @ConfigProperty(name = "paperround.sample", defaultValue = "false")
    boolean sampleWanted;

    void start(@Observes StartupEvent event) {
        if (sampleWanted && papers.days().isEmpty()) {
            executor.submit(this::load);
        }
    }

    private void load() {
        polls.pollDue();
        if (papers.days().isEmpty() && samplePapers.load(today())) {
            Log.info("No papers could be had yet; a sample of invented ones stands in until the first real ones come.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
