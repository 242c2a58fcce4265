package dev.paperround.archive;

import dev.paperround.digest.PaperWindow;
import dev.paperround.matching.archive.ArchiveIndex;
import dev.paperround.matching.archive.ArchivedPaper;
import dev.paperround.matching.archive.ArchivedPaper.Feature;
import dev.paperround.matching.text.PaperText;
import dev.paperround.meaning.Meanings;
import dev.paperround.paper.FeaturedPaper;
import dev.paperround.paper.PaperChanges;
import dev.paperround.paper.PaperChanges.Change;
import dev.paperround.paper.Papers;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

@ApplicationScoped
class ArchiveUpdates {
    private static final int BATCH = 1_000;

    // Making an unfinished index searchable costs as much each time as adding a few hundred papers.
    private static final int SHOWN_AFTER = 20_000;

    @Inject
    PaperChanges changes;

    @Inject
    Papers papers;

    @Inject
    Meanings meanings;

    private volatile boolean stopping;

    void apply(ArchiveIndex index) throws IOException {
        var revision = changes.state().revision();
        var mark = index.mark();
        if (mark.isEmpty() || mark.getAsLong() > revision) {
            // The mark can only be in the future if the database was restored from a backup.
            build(index, revision);
        } else if (mark.getAsLong() < revision) {
            takeIn(index, new Change(Long.MAX_VALUE, mark.getAsLong()), revision);
        }
    }

    void stop() {
        stopping = true;
    }

    private void takeIn(ArchiveIndex index, Change from, long revision) throws IOException {
        var last = from;
        while (!stopping) {
            var batch = changes.after(last, revision, BATCH);
            if (batch.isEmpty()) {
                index.reached(revision);
                return;
            }
            takeIn(index, batch.stream().map(Change::paperId).toList());
            last = batch.get(batch.size() - 1);
        }
    }

    private void takeIn(ArchiveIndex index, List<Long> ids) throws IOException {
        var days = new HashSet<>(index.daysOf(ids));
        days.addAll(changes.daysOf(ids));
        var featured = changes.featured(ids);
        index.replace(archived(featured));
        var gone = new HashSet<>(ids);
        featured.forEach(it -> gone.remove(it.paper().id()));
        index.remove(gone);
        index.show();
        for (var day : days) {
            index.replace(archived(changes.featured(ranksChanged(index, day))));
        }
    }

    // A vote for one paper can change the ranks of others of the same day.
    private Set<Long> ranksChanged(ArchiveIndex index, LocalDate day) throws IOException {
        var indexed = index.trending(day);
        var now = changes.trending(day, ArchiveIndex.MOST_TRENDING);
        var changed = new HashSet<>(indexed.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(id -> Objects.equals(indexed.get(id), now.get(id)));
        return changed;
    }

    // Builds the newest days first, since most searches are for them.
    private void build(ArchiveIndex index, long revision) throws IOException {
        index.clear();
        var days = papers.days();
        var total = days.stream().mapToLong(it -> it.papers()).sum();
        if (total > BATCH) {
            Log.infof("The archive's index is being built, of %d papers.", total);
        }
        var batch = new ArrayList<LocalDate>();
        var size = 0L;
        var hidden = (long) SHOWN_AFTER;
        for (var day : days) {
            batch.add(day.day());
            size += day.papers();
            if (size >= BATCH) {
                add(index, batch);
                hidden += size;
                batch.clear();
                size = 0;
                if (hidden >= SHOWN_AFTER) {
                    index.show();
                    hidden = 0;
                }
            }
            if (stopping) {
                return;
            }
        }
        add(index, batch);
        index.reached(revision);
        index.commit();
        index.compact();
    }

    // A paper that appears on several days is added with its newest day.
    private void add(ArchiveIndex index, List<LocalDate> days) throws IOException {
        if (!days.isEmpty()) {
            var ids = changes.idsBetween(days.get(days.size() - 1), days.get(0));
            index.add(archived(changes.featured(ids)).stream()
                    .filter(it -> !it.newest().day().isAfter(days.get(0)))
                    .toList());
        }
    }

    private List<ArchivedPaper> archived(Collection<FeaturedPaper> papers) {
        var vectors =
                meanings.vectors(papers.stream().map(it -> it.paper().id()).toList());
        return papers.stream()
                .map(it ->
                        archived(it, Optional.ofNullable(vectors.get(it.paper().id()))))
                .toList();
    }

    private static ArchivedPaper archived(FeaturedPaper featured, Optional<byte[]> vectors) {
        var paper = featured.paper();
        var features = IntStream.range(0, paper.days().size())
                .mapToObj(i -> new Feature(
                        paper.days().get(i),
                        paper.positions().get(i),
                        featured.trendingRanks().get(i)))
                .toList();
        return new ArchivedPaper(paper.id(), PaperWindow.textOf(paper, PaperText.NOWHERE), features, vectors);
    }
}
