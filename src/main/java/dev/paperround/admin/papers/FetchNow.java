package dev.paperround.admin.papers;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.Audited;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.RequiresScope;
import dev.paperround.admin.access.Scope;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.paper.ingest.PaperPolls;
import dev.paperround.paper.source.huggingface.HuggingFaceSource;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/admin/papers/huggingface")
@AdminPage
@SignedIn
class FetchNow {
    @Inject
    PaperPolls polls;

    @POST
    @Audited("ingest-ask")
    @RequiresScope(Scope.SEND)
    @Operation(hidden = true)
    public Response ask() {
        // The list of ingests shows the results, including refusals.
        var answers = polls.askAll(HuggingFaceSource.NAME);
        return AdminResponse.seeOther(
                        answers.isPresent() ? "/admin/papers?asked#ingests" : "/admin/papers?busy#ingests")
                .build();
    }
}
