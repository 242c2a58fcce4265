package dev.paperround.web;

import dev.paperround.digest.Archive;
import dev.paperround.digest.Archives;
import dev.paperround.language.Said;
import dev.paperround.language.Sentence;
import dev.paperround.matching.Query;
import dev.paperround.problem.FieldError;
import dev.paperround.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/** Asks the archive, or tells whoever asks to come back later. */
@ApplicationScoped
class PaperSearch {
    @Inject
    Archives archives;

    <T> T ask(int days, Function<Archive, T> question) {
        return archives.ask(days, question).orElseThrow(PaperSearch::busy);
    }

    <T> T askAll(Function<Archive, T> question) {
        return archives.askAll(question).orElseThrow(PaperSearch::busy);
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
        var wait = Archives.PATIENCE;
        return Problem.of(503, Said.of(Sentence.TOO_BUSY, wait.toSeconds())).exception(wait);
    }
}
