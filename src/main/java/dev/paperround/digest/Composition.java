package dev.paperround.digest;

import java.util.List;
import java.util.Optional;

/**
 * Which papers one digest holds, best first, of how many that matched, of how many that were looked at; or why there is no
 * digest.
 */
public record Composition(List<Long> papers, int matched, int considered, Optional<Nothing> nothing) {

    /** Why nobody gets a mail with nothing in it. */
    public enum Nothing {
        NO_PAPERS,
        NO_MATCH,
        NOTHING_NEW
    }

    static Composition nothing(Nothing reason, int considered) {
        return new Composition(List.of(), 0, considered, Optional.of(reason));
    }
}
