package dev.paperround.web.pages;

import dev.paperround.sending.report.WebDigest;
import dev.paperround.sending.report.WebDigests;
import dev.paperround.web.LinkPages;
import dev.paperround.web.LinkPages.Refusal;
import dev.paperround.web.PageResponse;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@Path("/digest/{token}")
class DigestPage {
    @Inject
    WebDigests digests;

    @CheckedTemplate(basePath = "DigestPage")
    static class Templates {
        static native TemplateInstance digest(WebDigest digest);
    }

    @GET
    public Response show(String token) {
        return digests.find(token)
                .map(it -> PageResponse.secret(200, Templates.digest(it)))
                .orElseGet(() -> PageResponse.secret(404, LinkPages.Templates.refused(Refusal.DIGEST)));
    }
}
