package dev.paperround.web.pages;

import dev.paperround.paper.Papers;
import dev.paperround.web.PageResponse;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@Path("/paper/{id: .+}")
class PaperPage {
    @Inject
    Papers papers;

    @CheckedTemplate(basePath = "PaperPage")
    static class Templates {
        static native TemplateInstance paper(PaperCard paper);

        static native TemplateInstance unknown(String id);
    }

    @GET
    public Response show(String id) {
        return papers.find(id)
                .map(PaperCard::of)
                .map(card -> PageResponse.of(200, Templates.paper(card)))
                .orElseGet(() -> PageResponse.of(404, Templates.unknown(id)));
    }
}
