package dev.paperround.paper.ingest;

import dev.paperround.database.UncheckedSqlException;
import dev.paperround.paper.PaperAliases;
import dev.paperround.paper.PapersChanged;
import dev.paperround.paper.PapersMerged;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.Rejection;
import dev.paperround.paper.source.huggingface.HuggingFaceSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores papers. Ingests can run concurrently on any number of instances. */
@ApplicationScoped
public class PaperIngest {
    // These SQLSTATE classes stand for invalid data, violated constraints and exceeded limits.
    private static final Set<String> REFUSALS = Set.of("22", "23", "54");

    @Inject
    PaperTable store;

    @Inject
    Clock clock;

    @Inject
    Event<PapersMerged> merged;

    @Inject
    Event<PapersChanged> changed;

    // The database rejects one or more of the papers and would accept the rest.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Refused(String message, UncheckedSqlException cause) {
            super(message, cause);
        }
    }

    public record Origin(long ingest, String source) {
        boolean isHandedOver() {
            return source.equals(Ingests.BY_HAND_JSON) || source.equals(Ingests.BY_HAND_PAGE);
        }

        // What is handed over has the form of Hugging Face's lists. The categories of a source share its name.
        String paperSource() {
            return isHandedOver() ? HuggingFaceSource.NAME : source.replaceFirst(":.*", "");
        }
    }

    // The day applies to drafts without a day of their own.
    @Transactional
    public IngestReport ingest(Origin origin, LocalDate day, List<ParsedPaper> drafts, List<Rejection> rejections) {
        try {
            store.lock();
            // Samples never appear next to real papers. Their rows stay, so that links in sent mails still work.
            boolean withdrawn = !drafts.isEmpty() && store.withdrawSample();
            PaperMerger merger = takeIn(origin, day, drafts, false);
            if (withdrawn || merger.changedAnything()) {
                store.countRevision();
                changed.fire(new PapersChanged());
            }
            return new IngestReport(
                    day,
                    drafts.size() + rejections.size(),
                    merger.added,
                    merger.updated,
                    merger.unchanged,
                    List.copyOf(rejections));
        } catch (UncheckedSqlException e) {
            throw REFUSALS.contains(e.errorClass())
                    ? new Refused("the papers of " + day + " could not be stored", e)
                    : e;
        }
    }

    // Returns false if there are papers already.
    @Transactional
    boolean ingestSample(Origin origin, LocalDate day, List<ParsedPaper> drafts) {
        store.lock();
        if (store.hasPapers()) {
            return false;
        }
        takeIn(origin, day, drafts, true);
        store.countRevision();
        changed.fire(new PapersChanged());
        return true;
    }

    private PaperMerger takeIn(Origin origin, LocalDate day, List<ParsedPaper> drafts, boolean sample) {
        Set<String> names = drafts.stream()
                .flatMap(draft -> PaperAliases.of(draft).stream())
                .collect(Collectors.toSet());
        PaperMerger merger = new PaperMerger(day, sample, store.entries(names));
        drafts.forEach(draft -> merger.take(sample ? draft : draft.from(origin.paperSource())));
        for (PapersMerged merge : merger.merges) {
            store.move(merge);
            merged.fire(merge);
            store.deletePaper(merge.goneId());
        }
        Instant now = clock.instant();
        List<MergedPaper> stored = merger.touched.stream()
                .filter(entry -> entry.changed && !entry.isNew())
                .toList();
        store.insert(merger.touched.stream().filter(MergedPaper::isNew).toList(), now);
        store.update(stored, now);
        store.insertNamesAndDays(merger.touched);
        store.insertSource(merger.touched, origin);
        return merger;
    }
}
