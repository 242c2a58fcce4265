package dev.paperround.web;

import dev.paperround.archive.Archive;
import dev.paperround.archive.ArchiveHits;
import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import dev.paperround.matching.archive.ArchiveSearch;
import dev.paperround.matching.query.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

@ApplicationScoped
public class PaperSearch {
    @Inject
    Archive archive;

    public ArchiveHits find(ArchiveSearch search) {
        return archive.search(search).orElseThrow(PaperSearch::busy);
    }

    public static Query query(String typed) {
        var parsed = Query.parse(typed);
        parsed.refusal().ifPresent(refusal -> {
            throw Problem.of(List.of(new FieldError("q", refusal.why(), refusal.position())))
                    .exception();
        });
        return parsed.query().orElseThrow();
    }

    private static RuntimeException busy() {
        var wait = Archive.PATIENCE;
        return Problem.of(503, Message.of(ProblemMessages.class, say -> say.tooBusy(wait.toSeconds())))
                .exception(wait);
    }
}
