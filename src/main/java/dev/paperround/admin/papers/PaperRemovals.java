package dev.paperround.admin.papers;

import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Ids;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.IngestSentence;
import dev.paperround.i18n.LocalizedMessage;
import dev.paperround.i18n.OperatorSentence;
import dev.paperround.paper.ingest.PaperRemoval;
import dev.paperround.paper.ingest.PaperRemoval.Undone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

@RequestScoped
class PaperRemovals {
    @Inject
    PaperRemoval removal;

    @Inject
    AuditContext act;

    void remove(String id) {
        var title = removal.remove(id);
        act.on(OperatorSentence.ON_PAPER.toPrograms(id));
        act.counts(title.isPresent() ? 1 : 0);
        title.orElseThrow(() -> unknown(IngestSentence.PAPER_GONE, id));
    }

    Undone undo(String id) {
        act.on(OperatorSentence.ON_INGEST.toPrograms(id));
        var undone = Ids.read(id).flatMap(removal::undo).orElseThrow(() -> unknown(IngestSentence.INGEST_GONE, id));
        act.counts(undone.papers());
        return undone;
    }

    private static RuntimeException unknown(IngestSentence sentence, String id) {
        return Problem.of(404, LocalizedMessage.of(sentence, id)).exception();
    }
}
