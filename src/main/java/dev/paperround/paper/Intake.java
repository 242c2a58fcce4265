package dev.paperround.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides, item by item, which stored paper an input means and what that changes; writes nothing. */
final class Intake {
    private final LocalDate day;
    private final boolean sample;
    private final Map<String, Set<IntakeEntry>> byName;
    final Set<IntakeEntry> touched = new LinkedHashSet<>();
    final List<PapersMerged> merges = new ArrayList<>();
    int added;
    int updated;
    int unchanged;

    /** @param byName the stored papers by every name that occurs in the input */
    Intake(LocalDate day, boolean sample, Map<String, Set<IntakeEntry>> byName) {
        this.day = day;
        this.sample = sample;
        this.byName = byName;
    }

    void take(PaperDraft draft) {
        LocalDate listed = draft.day() != null ? draft.day() : day;
        Set<String> names = PaperNames.of(draft);
        List<IntakeEntry> known = known(draft, names);
        IntakeEntry entry = known.isEmpty()
                ? new IntakeEntry(null, PaperNames.publicId(draft), draft.facts(), sample, Set.of())
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

    /** The stored paper first, then what turns out to be the same one. */
    private List<IntakeEntry> known(PaperDraft draft, Set<String> names) {
        List<IntakeEntry> same = names.stream()
                .flatMap(name -> byName.getOrDefault(name, Set.of()).stream())
                .distinct()
                .filter(entry -> isSame(draft, entry))
                .sorted(Comparator.comparing(entry -> entry.id, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        if (PaperNames.isForGood(draft.id())) {
            return same;
        }
        // Of several papers of one title that are known by ids of their own, it is the one stored first.
        Optional<IntakeEntry> first =
                same.stream().filter(IntakeEntry::isForGood).findFirst();
        return same.stream()
                .filter(entry -> !entry.isForGood() || entry == first.orElseThrow())
                .toList();
    }

    private static boolean isSame(PaperDraft draft, IntakeEntry entry) {
        return !PaperNames.isForGood(draft.id()) || !entry.isForGood() || entry.publicId.equals(draft.id());
    }

    private void merge(IntakeEntry kept, IntakeEntry gone) {
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
