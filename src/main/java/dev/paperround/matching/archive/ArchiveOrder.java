package dev.paperround.matching.archive;

import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** The order in which the archive gives what it found; the last field is always the paper's id. */
public enum ArchiveOrder {
    /** By newest digest day, then as that day's page had them. */
    NEWEST(descending(ArchiveDocument.NEWEST), ascending(ArchiveDocument.POSITION), ascending(ArchiveDocument.ID)),
    /** As a digest would have them: by score, then by upvotes, unknown ones last, then newest first. */
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
