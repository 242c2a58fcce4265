package dev.paperround.web;

import dev.paperround.digest.rendering.Digests;
import dev.paperround.matching.tex.Tex;
import dev.paperround.paper.Paper;
import dev.paperround.paper.citation.Citation;
import dev.paperround.paper.citation.CitationFormat;
import dev.paperround.subscriber.token.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers with papers in a form that reference managers read. */
@ApplicationScoped
public class Citations {
    @Inject
    Links links;

    public Response response(CitationFormat format, List<Paper> papers) {
        var citations = papers.stream().map(this::citation).toList();
        return Response.ok(format.write(citations), format.mediaType() + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"paper-round" + format.fileEnding() + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private Citation citation(Paper paper) {
        return Citation.of(paper, Tex::toText, links.to(Digests.paperPath(paper)));
    }
}
