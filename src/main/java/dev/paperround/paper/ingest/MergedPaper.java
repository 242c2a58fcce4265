package dev.paperround.paper.ingest;

import dev.paperround.paper.PaperAliases;
import dev.paperround.paper.PaperIdentity;
import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.ParsedPaper;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Combines the stored values of a paper with the changes from an input. */
final class MergedPaper {
    // This is null until a new paper has a row.
    Long id;

    String publicId;
    PaperMetadata facts;
    boolean sample;
    boolean changed;
    // An operator removed the paper, and it has not appeared again yet.
    boolean removed;

    final Set<LocalDate> days;
    final Set<LocalDate> listed = new LinkedHashSet<>();
    final Map<LocalDate, Integer> newDays = new TreeMap<>();
    final Set<String> newNames = new LinkedHashSet<>();

    MergedPaper(Long id, String publicId, PaperMetadata facts, boolean sample, Set<LocalDate> days) {
        this.id = id;
        this.publicId = publicId;
        this.facts = facts;
        this.sample = sample;
        this.days = new HashSet<>(days);
    }

    boolean isNew() {
        return id == null;
    }

    PaperIdentity identity() {
        return PaperIdentity.of(publicId, facts.doi());
    }

    // Returns whether anything about the paper has changed.
    boolean take(ParsedPaper draft, LocalDate day, boolean asSample) {
        PaperMetadata before = facts;
        if (draft.fillsGaps()) {
            facts = draft.facts().updatedBy(facts);
        } else if (draft.id() == null && !PaperAliases.isKey(publicId)) {
            // A saved page knows papers only by title and loses much of their TeX, so it fills gaps and updates counts.
            Integer comments = draft.facts().comments();
            facts = draft.facts()
                    .updatedBy(facts)
                    .with(values -> values.comments = comments != null ? comments : values.comments);
        } else {
            facts = facts.updatedBy(draft.facts());
        }
        if (before.source() != null) {
            // A paper stays with the source that had it first, so that sources do not take turns.
            facts = facts.with(values -> values.source = before.source());
        }
        boolean different = !facts.equals(before) | rename(PaperAliases.publicId(draft)) | sample & !asSample;
        sample &= asSample;
        changed |= different;
        return different | addDay(day, draft.position());
    }

    // The values may have been the reason for the removal, so the paper starts from scratch.
    void comeBack(ParsedPaper draft) {
        facts = draft.facts();
        removed = false;
        changed = true;
    }

    void absorb(MergedPaper other) {
        if (removed && !other.removed) {
            facts = other.facts;
            removed = false;
        } else if (!other.removed) {
            facts = other.facts.updatedBy(facts);
        }
        listed.addAll(other.listed);
        rename(other.publicId);
        sample &= other.sample;
        days.addAll(other.days);
        other.newDays.forEach(newDays::putIfAbsent);
        newNames.addAll(other.newNames);
        changed = true;
    }

    private boolean rename(String candidate) {
        boolean better = PaperAliases.isBetterId(candidate, publicId);
        publicId = better ? candidate : publicId;
        return better;
    }

    private boolean addDay(LocalDate day, int position) {
        listed.add(day);
        boolean added = days.add(day);
        if (added) {
            newDays.put(day, position);
        }
        return added;
    }
}
