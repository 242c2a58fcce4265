package dev.paperround.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** A small invented digest: something to look at until the first real papers come. */
@ApplicationScoped
public class Sample {
    @Inject
    PaperIngest ingest;

    /** @return false when there are papers already, and nothing was loaded */
    public boolean load(LocalDate day) {
        try (InputStream json = Sample.class.getResourceAsStream("/sample-papers.json")) {
            return ingest.ingestSample(day, HuggingFaceRows.read(json).drafts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
