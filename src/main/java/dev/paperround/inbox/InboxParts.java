package dev.paperround.inbox;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Serves the parts of a mail as separate documents, so that a stranger's HTML never becomes part of our page. */
@Path("/inbox/{id}")
@Tag(name = "Local mailbox")
class InboxParts {
    private static final String HTML = "text/html;charset=utf-8";
    private static final String PLAIN = "text/plain;charset=utf-8";

    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox"
            + " allow-top-navigation-by-user-activation; default-src 'none'; img-src https: data:;"
            + " style-src 'unsafe-inline'; frame-ancestors 'self'";
    private static final String TEXT_POLICY = "sandbox; default-src 'none'; frame-ancestors 'self'";
    private static final Pattern HEAD = Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

    @Inject
    InboxPages pages;

    @GET
    @Path("/html")
    @Produces(HTML)
    @Operation(summary = "The HTML of a mail, shut in: nothing in it runs")
    public Response html(@RestPath String id) throws IOException {
        String html = pages.mail(id).html();
        if (html == null) {
            throw new NotFoundException("This mail has no HTML.");
        }
        return document(HTML, MAIL_POLICY, linksInTheWholeWindow(html));
    }

    @GET
    @Path("/text")
    @Produces(PLAIN)
    @Operation(summary = "The plain text of a mail")
    public Response text(@RestPath String id) throws IOException {
        String text = pages.mail(id).text();
        if (text == null) {
            throw new NotFoundException("This mail has no plain text.");
        }
        return document(PLAIN, TEXT_POLICY, text);
    }

    @GET
    @Path("/source")
    @Produces(PLAIN)
    @Operation(summary = "A mail as it was received")
    public Response source(@RestPath String id) throws IOException {
        return document(PLAIN, TEXT_POLICY, pages.source(id));
    }

    // Links opened inside the sandboxed frame would inherit its restrictions.
    private static String linksInTheWholeWindow(String html) {
        String base = "<base target=\"_top\">";
        Matcher head = HEAD.matcher(html);
        return head.find() ? html.substring(0, head.end()) + base + html.substring(head.end()) : base + html;
    }

    private static Response document(String type, String policy, Object content) {
        return Response.ok(content, type)
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
