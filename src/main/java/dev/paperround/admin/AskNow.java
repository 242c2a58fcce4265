package dev.paperround.admin;

import dev.paperround.paper.HuggingFaceSource;
import dev.paperround.paper.PaperPolls;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The button that does not wait for the schedule. */
@Path("/admin/papers/huggingface")
@AdminPage
@SignedIn
class AskNow {
    @Inject
    PaperPolls polls;

    @POST
    @Act("ingest-ask")
    @Needs(Scope.SEND)
    @Operation(hidden = true)
    public Response ask() {
        // What came of it, refusals included, stands in the list of ingests.
        var answers = polls.askAll(HuggingFaceSource.NAME);
        return PageAnswer.seeOther(answers.isPresent() ? "/admin/papers?asked#ingests" : "/admin/papers?busy#ingests")
                .build();
    }
}
