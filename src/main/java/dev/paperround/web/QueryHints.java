package dev.paperround.web;

import dev.paperround.digest.Archives;
import dev.paperround.digest.PaperAbbreviations;
import dev.paperround.matching.Hints;
import dev.paperround.matching.Hints.Hint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Hints at what a query may have meant otherwise, by all papers there are. */
@ApplicationScoped
class QueryHints {
    private static final int RECENT_DAYS = 30;

    @Inject
    Archives archives;

    @Inject
    PaperAbbreviations abbreviations;

    /** While the archive is too busy, those that need no look at it. */
    List<Hint> of(String typed) {
        var keys = Hints.keys(typed);
        var hints = new ArrayList<>(Hints.of(typed, keys.isEmpty() ? List.of() : abbreviations.known(keys)));
        var answered = archives.ask(RECENT_DAYS, recent -> Hints.isAnswered(typed, recent.index()))
                .orElse(true);
        if (!answered) {
            hints.addAll(archives.askAll(all -> Hints.ofSpelling(typed, all.index())).orElse(List.of()));
        }
        return hints.stream().limit(Hints.MOST).toList();
    }
}
