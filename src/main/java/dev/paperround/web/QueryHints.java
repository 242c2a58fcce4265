package dev.paperround.web;

import dev.paperround.archive.Archive;
import dev.paperround.digest.PaperAbbreviations;
import dev.paperround.matching.Hints;
import dev.paperround.matching.Hints.Hint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Suggests alternative queries based on all papers in the archive. */
@ApplicationScoped
public class QueryHints {
    @Inject
    Archive archive;

    @Inject
    PaperAbbreviations abbreviations;

    public List<Hint> of(String typed) {
        var keys = Hints.keys(typed);
        var hints = new ArrayList<>(Hints.of(typed, keys.isEmpty() ? List.of() : abbreviations.known(keys)));
        hints.addAll(Hints.ofSpelling(typed, archive));
        return hints.stream().limit(Hints.MOST).toList();
    }
}
