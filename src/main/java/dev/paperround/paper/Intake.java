package dev.paperround.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Decides, item by item, which stored paper an input means and what that changes; writes nothing. */
final class Intake {
    private final LocalDate day;
    private final boolean sample;
    private final Map<String, IntakeEntry> byName;
    final Set<IntakeEntry> touched = new LinkedHashSet<>();
    final List<PapersMerged> merges = new ArrayList<>();
    int added;
    int updated;
    int unchanged;

    /** @param byName the stored papers by every name that occurs in the input */
    Intake(LocalDate day, boolean sample, Map<String, IntakeEntry> byName) {
        this.day = day;
        this.sample = sample;
        this.byName = byName;
    }

    void take(PaperDraft draft) {
        LocalDate listed = draft.day() != null ? draft.day() : day;
        Set<String> names = PaperNames.of(draft);
        List<IntakeEntry> known = names.stream()
                .map(byName::get)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(entry -> entry.id, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        IntakeEntry entry = known.isEmpty()
                ? new IntakeEntry(null, PaperNames.publicId(draft), draft.facts(), sample, Set.of())
                : known.get(0);
        known.stream().skip(1).forEach(other -> merge(entry, other));
        boolean different = entry.take(draft, listed, sample) | known.size() > 1;
        touched.add(entry);
        names.stream().filter(name -> byName.put(name, entry) == null).forEach(entry.newNames::add);
        if (known.isEmpty()) {
            added++;
        } else if (different) {
            updated++;
        } else {
            unchanged++;
        }
    }

    private void merge(IntakeEntry kept, IntakeEntry gone) {
        kept.absorb(gone);
        byName.replaceAll((name, entry) -> entry == gone ? kept : entry);
        touched.remove(gone);
        if (!gone.isNew()) {
            merges.add(new PapersMerged(kept.id, gone.id));
        }
    }

    boolean changedAnything() {
        return added + updated > 0;
    }
}
