package dev.paperround.digest;

import java.util.List;
import java.util.Optional;

/**
 * Which papers one digest holds, best first, then those that matched and have no room in it, out of how many that were
 * looked at; or why there is no digest.
 */
public record Selection(List<Long> papers, List<Long> more, int considered, Optional<Nothing> nothing) {

    /** Why nobody gets a mail with nothing in it. */
    public enum Nothing {
        NO_PAPERS,
        NO_MATCH,
        NOTHING_NEW,
        /** None of the filters is understood any more. */
        UNREADABLE
    }

    public static final Selection UNREADABLE = nothing(Nothing.UNREADABLE, 0);

    public int matched() {
        return papers.size() + more.size();
    }

    public SelectedPapers chosen() {
        return new SelectedPapers(papers, matched(), considered);
    }

    static Selection nothing(Nothing reason, int considered) {
        return new Selection(List.of(), List.of(), considered, Optional.of(reason));
    }
}
