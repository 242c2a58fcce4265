package dev.paperround.admin;

import dev.paperround.language.IngestSentence;
import dev.paperround.language.OperatorSentence;
import dev.paperround.language.Said;
import dev.paperround.paper.PaperRemoval;
import dev.paperround.paper.PaperRemoval.Undone;
import dev.paperround.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Takes papers out at an operator's word, by the API or by the page. */
@RequestScoped
class PaperRemovals {
    @Inject
    PaperRemoval removal;

    @Inject
    CurrentAct act;

    void remove(String id) {
        var title = removal.remove(id);
        act.on(OperatorSentence.ON_PAPER.toPrograms(id));
        act.counts(title.isPresent() ? 1 : 0);
        title.orElseThrow(() -> unknown(IngestSentence.PAPER_GONE, id));
    }

    Undone undo(String id) {
        act.on(OperatorSentence.ON_INGEST.toPrograms(id));
        var undone = Numbers.read(id).flatMap(removal::undo).orElseThrow(() -> unknown(IngestSentence.INGEST_GONE, id));
        act.counts(undone.papers());
        return undone;
    }

    private static RuntimeException unknown(IngestSentence sentence, String id) {
        return Problem.of(404, Said.of(sentence, id)).exception();
    }
}
