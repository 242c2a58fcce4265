package dev.paperround.matching.archive;

import dev.paperround.matching.query.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Describes a search of the archive's index.
 *
 * @param query empty to find every paper
 * @param day empty to search all days
 * @param lastDays a number of calendar days that ends at the newest day with papers, or empty for all days
 */
public record ArchiveSearch(
        Optional<Query> query,
        Optional<LocalDate> day,
        OptionalInt lastDays,
        ArchiveOrder order,
        int offset,
        int limit) {
    public static ArchiveSearch everything() {
        return new ArchiveSearch(
                Optional.empty(), Optional.empty(), OptionalInt.empty(), ArchiveOrder.NEWEST, 0, Integer.MAX_VALUE);
    }

    public static ArchiveSearch of(Query query) {
        return everything().matching(Optional.of(query));
    }

    public ArchiveSearch matching(Optional<Query> other) {
        return new ArchiveSearch(other, day, lastDays, order, offset, limit);
    }

    public ArchiveSearch on(Optional<LocalDate> other) {
        return new ArchiveSearch(query, other, lastDays, order, offset, limit);
    }

    public ArchiveSearch ofLast(int days) {
        return new ArchiveSearch(query, day, OptionalInt.of(days), order, offset, limit);
    }

    public ArchiveSearch by(ArchiveOrder other) {
        return new ArchiveSearch(query, day, lastDays, other, offset, limit);
    }

    public ArchiveSearch page(int skipped, int most) {
        return new ArchiveSearch(query, day, lastDays, order, skipped, most);
    }

    int end() {
        return offset + limit;
    }

    boolean isOfFirstPage(int most) {
        return limit > 0 && (long) offset + limit <= most;
    }

    // considered counts all papers of the searched days, and total those that matched.
    public record Found(int total, int considered, List<Long> ids) {}
}
