package dev.paperround.digest;

import java.util.List;
import java.util.Optional;

/**
 * Lists the papers of one digest, best first, and the further matches that did not fit. If there is no digest, it gives
 * the reason.
 */
public record Selection(List<Long> papers, List<Long> more, int considered, Optional<Nothing> nothing) {
    public enum Nothing {
        NO_PAPERS,
        NO_MATCH,
        NOTHING_NEW,
        // None of the filters can be parsed any more.
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
