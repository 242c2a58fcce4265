package dev.paperround.web.pages;

import dev.paperround.digest.DigestPaper;
import dev.paperround.paper.citation.CitationFormat;
import dev.paperround.sending.report.WebDigest;
import dev.paperround.sending.report.WebDigests;
import dev.paperround.web.Citations;
import dev.paperround.web.LinkPages;
import dev.paperround.web.LinkPages.Refusal;
import dev.paperround.web.PageResponse;
import dev.paperround.web.WantedFormat;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/digest/{token}")
class DigestPage {
    @Inject
    WebDigests digests;

    @Inject
    Citations citations;

    @CheckedTemplate(basePath = "DigestPage")
    static class Templates {
        static native TemplateInstance digest(WebDigest digest);
    }

    @GET
    @Operation(
            summary = "A digest on the web",
            description = "All that matched, also what the mail had no room for. format, or else Accept: bibtex, ris "
                    + "or csl-json instead of the page")
    public Response show(String token, @RestQuery String format, @Context HttpHeaders headers) {
        var wanted = WantedFormat.ofReader(format, headers.getAcceptableMediaTypes());
        return digests.find(token)
                .map(it -> wanted.map(citation -> cited(citation, it))
                        .orElseGet(() -> PageResponse.secret(200, Templates.digest(it))))
                .orElseGet(() -> PageResponse.secret(404, LinkPages.Templates.refused(Refusal.DIGEST)));
    }

    private Response cited(CitationFormat format, WebDigest digest) {
        var papers = Stream.concat(digest.mailed().stream(), digest.more().stream())
                .map(DigestPaper::paper)
                .toList();
        return PageResponse.secret(citations.response(format, papers));
    }
}
