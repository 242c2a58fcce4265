package dev.paperround.matching.archive;

import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * Gives the archive's index the orders that {@code PaperOrder} gives to lists and to the database. The last sort field
 * is always the paper's id, so the order is stable.
 */
public enum ArchiveOrder {
    NEWEST(descending(ArchiveDocument.NEWEST), ascending(ArchiveDocument.POSITION), ascending(ArchiveDocument.ID)),
    // The order of a digest, with unknown upvotes after known ones. The index holds no titles to sort by.
    BEST(
            SortField.FIELD_SCORE,
            descending(ArchiveDocument.UPVOTES),
            descending(ArchiveDocument.NEWEST),
            ascending(ArchiveDocument.POSITION),
            ascending(ArchiveDocument.ID));

    private final Sort sort;

    ArchiveOrder(SortField... fields) {
        sort = new Sort(fields);
    }

    Sort sort() {
        return sort;
    }

    private static SortField ascending(String field) {
        return new SortField(field, SortField.Type.LONG);
    }

    private static SortField descending(String field) {
        return new SortField(field, SortField.Type.LONG, true);
    }
}
