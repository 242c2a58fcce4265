package dev.paperround.paper.ingest;

import dev.paperround.paper.source.Rejection;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Counts the items of an input. Every item is either added, updated, unchanged or rejected. */
public record IngestReport(
        LocalDate day, int received, int added, int updated, int unchanged, List<Rejection> rejected) {
    IngestReport and(IngestReport other) {
        return new IngestReport(
                day,
                received + other.received,
                added + other.added,
                updated + other.updated,
                unchanged + other.unchanged,
                Stream.concat(rejected.stream(), other.rejected.stream())
                        .sorted(Comparator.comparing(Rejection::position))
                        .toList());
    }

    static IngestReport of(LocalDate day, List<Rejection> rejected) {
        return new IngestReport(day, rejected.size(), 0, 0, 0, rejected);
    }
}
