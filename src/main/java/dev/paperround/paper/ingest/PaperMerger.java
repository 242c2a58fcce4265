package dev.paperround.paper.ingest;

import dev.paperround.paper.PaperAliases;
import dev.paperround.paper.PaperIdentity;
import dev.paperround.paper.PapersMerged;
import dev.paperround.paper.ParsedPaper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Matches each item of an input to a stored paper and works out the changes, but writes nothing. */
final class PaperMerger {
    private static final Comparator<MergedPaper> STORED_FIRST =
            Comparator.comparing(entry -> entry.id, Comparator.nullsLast(Comparator.naturalOrder()));

    private final LocalDate day;
    private final boolean sample;
    private final Map<String, Set<MergedPaper>> byName;
    final Set<MergedPaper> touched = new LinkedHashSet<>();
    final List<PapersMerged> merges = new ArrayList<>();
    int added;
    int updated;
    int unchanged;

    // The map holds the stored papers under every name that occurs in the input.
    PaperMerger(LocalDate day, boolean sample, Map<String, Set<MergedPaper>> byName) {
        this.day = day;
        this.sample = sample;
        this.byName = byName;
    }

    void take(ParsedPaper draft) {
        LocalDate listed = draft.day() != null ? draft.day() : day;
        Set<String> names = PaperAliases.of(draft);
        List<MergedPaper> known = known(draft, names);
        MergedPaper entry = known.isEmpty()
                ? new MergedPaper(null, PaperAliases.publicId(draft), draft.facts(), sample, Set.of())
                : known.get(0);
        known.stream().skip(1).forEach(other -> merge(entry, other));
        boolean isNew = known.isEmpty() || entry.removed;
        if (entry.removed) {
            entry.comeBack(draft);
        }
        boolean different = entry.take(draft, listed, sample) | known.size() > 1;
        touched.add(entry);
        names.stream()
                .filter(name -> byName.computeIfAbsent(name, any -> new LinkedHashSet<>())
                        .add(entry))
                .forEach(entry.newNames::add);
        if (isNew) {
            added++;
        } else if (different) {
            updated++;
        } else {
            unchanged++;
        }
    }

    // The stored paper comes first, followed by its duplicates.
    private List<MergedPaper> known(ParsedPaper draft, Set<String> names) {
        PaperIdentity own = draft.identity();
        PaperIdentity identity = own;
        List<MergedPaper> same = new ArrayList<>();
        // Ids count before titles. If several papers with this title have ids of their own, the one stored first wins.
        for (MergedPaper entry : named(names).stream()
                .sorted(Comparator.comparing(entry -> !own.shares(entry.identity())))
                .toList()) {
            if (identity.allows(entry.identity())) {
                same.add(entry);
                identity = identity.and(entry.identity());
            }
        }
        return same.stream().sorted(STORED_FIRST).toList();
    }

    private List<MergedPaper> named(Set<String> names) {
        return names.stream()
                .flatMap(name -> byName.getOrDefault(name, Set.of()).stream())
                .distinct()
                .sorted(STORED_FIRST)
                .toList();
    }

    private void merge(MergedPaper kept, MergedPaper gone) {
        kept.absorb(gone);
        byName.values().forEach(entries -> {
            if (entries.remove(gone)) {
                entries.add(kept);
            }
        });
        touched.remove(gone);
        if (!gone.isNew()) {
            merges.add(new PapersMerged(kept.id, gone.id));
        }
    }

    boolean changedAnything() {
        return added + updated > 0;
    }
}
