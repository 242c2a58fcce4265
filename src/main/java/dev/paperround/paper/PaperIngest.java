package dev.paperround.paper;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes papers in. Any number may run at once, on any number of instances. */
@ApplicationScoped
public class PaperIngest {
    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    @Inject
    Event<PapersMerged> merged;

    /** @param day for every draft that names no day of its own */
    @Transactional
    public IngestReport ingest(LocalDate day, List<PaperDraft> drafts, List<Rejection> rejections) {
        try (Connection connection = database.getConnection()) {
            IntakeStore store = new IntakeStore(connection);
            store.lock();
            // Invented papers never stand beside real ones; their rows stay, so that links in mails still lead
            // somewhere.
            boolean withdrawn = !drafts.isEmpty() && store.withdrawSample();
            Intake intake = takeIn(store, day, drafts, false);
            if (withdrawn || intake.changedAnything()) {
                store.countRevision();
            }
            return new IngestReport(
                    day,
                    drafts.size() + rejections.size(),
                    intake.added,
                    intake.updated,
                    intake.unchanged,
                    List.copyOf(rejections));
        } catch (SQLException e) {
            throw new IllegalStateException("the papers of " + day + " could not be stored", e);
        }
    }

    /** @return false when there are papers already */
    @Transactional
    boolean ingestSample(LocalDate day, List<PaperDraft> drafts) {
        try (Connection connection = database.getConnection()) {
            IntakeStore store = new IntakeStore(connection);
            store.lock();
            if (store.hasPapers()) {
                return false;
            }
            takeIn(store, day, drafts, true);
            store.countRevision();
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("the sample papers could not be stored", e);
        }
    }

    private Intake takeIn(IntakeStore store, LocalDate day, List<PaperDraft> drafts, boolean sample)
            throws SQLException {
        Set<String> names =
                drafts.stream().flatMap(draft -> PaperNames.of(draft).stream()).collect(Collectors.toSet());
        Intake intake = new Intake(day, sample, store.entries(names));
        drafts.forEach(intake::take);
        for (PapersMerged merge : intake.merges) {
            store.move(merge);
            merged.fire(merge);
            store.deletePaper(merge.goneId());
        }
        Instant now = clock.instant();
        List<IntakeEntry> stored = intake.touched.stream()
                .filter(entry -> entry.changed && !entry.isNew())
                .toList();
        store.insert(intake.touched.stream().filter(IntakeEntry::isNew).toList(), now);
        store.update(stored, now);
        store.insertNamesAndDays(intake.touched);
        return intake;
    }
}
