package dev.paperround.admin.papers;

import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Ids;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
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
        act.on(Message.of(AdminMessages.class, say -> say.onPaper(id)));
        act.counts(title.isPresent() ? 1 : 0);
        title.orElseThrow(() -> unknown(Message.of(IngestMessages.class, say -> say.paperGone(id))));
    }

    Undone undo(String id) {
        act.on(Message.of(AdminMessages.class, say -> say.onIngest(id)));
        var undone = Ids.read(id)
                .flatMap(removal::undo)
                .orElseThrow(() -> unknown(Message.of(IngestMessages.class, say -> say.ingestGone(id))));
        act.counts(undone.papers());
        return undone;
    }

    private static RuntimeException unknown(Message why) {
        return Problem.of(404, why).exception();
    }
}
