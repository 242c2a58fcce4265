package dev.paperround.paper.ingest;

import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.huggingface.HuggingFaceRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Loads a small invented digest to show until the first real papers arrive. */
@ApplicationScoped
public class SamplePapers {
    private static final String NAME = "sample";

    @Inject
    PaperIngest ingest;

    @Inject
    IngestRecords records;

    @Inject
    Clock clock;

    // Returns false if there are papers already and nothing was loaded.
    public boolean load(LocalDate day) {
        try (InputStream json = SamplePapers.class.getResourceAsStream("/sample-papers.json")) {
            Instant startedAt = clock.instant();
            List<ParsedPaper> drafts = HuggingFaceRows.read(json).drafts();
            PaperIngest.Origin origin = records.origin(NAME);
            boolean loaded = ingest.ingestSample(origin, day, drafts);
            if (loaded) {
                IngestReport report = new IngestReport(day, drafts.size(), drafts.size(), 0, 0, List.of());
                records.keep(
                        new IngestRecords.Ended(
                                origin.ingest(),
                                NAME,
                                report,
                                startedAt,
                                clock.instant(),
                                Optional.empty(),
                                Optional.empty()),
                        false);
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
