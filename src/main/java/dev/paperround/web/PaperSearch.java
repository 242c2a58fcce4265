package dev.paperround.web;

import dev.paperround.archive.Archive;
import dev.paperround.archive.ArchiveHits;
import dev.paperround.language.Said;
import dev.paperround.language.Sentence;
import dev.paperround.matching.ArchiveSearch;
import dev.paperround.matching.Query;
import dev.paperround.problem.FieldError;
import dev.paperround.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Asks the archive, or tells whoever asks to come back later. */
@ApplicationScoped
class PaperSearch {
    @Inject
    Archive archive;

    ArchiveHits find(ArchiveSearch search) {
        return archive.search(search).orElseThrow(PaperSearch::busy);
    }

    static Query query(String typed) {
        var parsed = Query.parse(typed);
        parsed.refusal().ifPresent(refusal -> {
            throw Problem.of(List.of(new FieldError("q", refusal.why(), refusal.position())))
                    .exception();
        });
        return parsed.query().orElseThrow();
    }

    private static RuntimeException busy() {
        var wait = Archive.PATIENCE;
        return Problem.of(503, Said.of(Sentence.TOO_BUSY, wait.toSeconds())).exception(wait);
    }
}
