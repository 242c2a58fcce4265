package dev.paperround.matching.archive;

import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Defines the order of search results. The last sort field is always the paper's id, so the order is stable. */
public enum ArchiveOrder {
    NEWEST(descending(ArchiveDocument.NEWEST), ascending(ArchiveDocument.POSITION), ascending(ArchiveDocument.ID)),
    // Matches the order of a digest, with unknown upvotes after known ones.
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
