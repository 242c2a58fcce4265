package dev.paperround.inbox;

import dev.paperround.http.PageLanguage;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.InboxMessages;
import dev.paperround.i18n.Message;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/inbox")
@Tag(name = "Local mailbox", description = "Every mail the program sent, while no SMTP relay is set; 404 otherwise")
class InboxPages {
    @Inject
    InboxMails inbox;

    @Inject
    PageLanguage wanted;

    record list(MailList page, int offset, int next, int previous) implements TemplateInstance {}

    record mail(KeptMail mail, String part) implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "The mails, newest first, as a page or as JSON")
    public TemplateInstance list(
            @RestQuery @DefaultValue("100") @Min(1) @Max(5000) int limit,
            @RestQuery @DefaultValue("0") @Min(0) int offset)
            throws IOException {
        MailList page = newest(limit, offset);
        int next = offset + page.mails().size() < page.total() ? offset + limit : -1;
        return told(new list(page, offset, next, offset > 0 ? Math.max(0, offset - limit) : -1));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public MailList newest(
            @RestQuery @DefaultValue("100") @Min(1) @Max(5000) int limit,
            @RestQuery @DefaultValue("0") @Min(0) int offset)
            throws IOException {
        requireMailbox();
        return inbox.newest(limit, offset);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "One mail, as a page or as JSON")
    public TemplateInstance show(@RestPath String id, @RestQuery String part) throws IOException {
        KeptMail mail = mail(id);
        String first = mail.html() != null ? "html" : mail.text() != null ? "text" : "source";
        return told(new mail(mail, "text".equals(part) || "source".equals(part) ? part : first));
    }

    private TemplateInstance told(TemplateInstance page) {
        return page.setLocale(wanted.language().words());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public KeptMail mail(@RestPath String id) throws IOException {
        return MailReader.mail(id, source(id));
    }

    byte[] source(String id) throws IOException {
        requireMailbox();
        return inbox.source(id)
                .orElseThrow(() -> Problem.of(404, Message.of(InboxMessages.class, say -> say.noSuchMail(id)))
                        .exception());
    }

    private void requireMailbox() {
        if (!inbox.exists()) {
            throw Problem.of(404, Message.of(InboxMessages.class, say -> say.noMailbox()))
                    .exception();
        }
    }
}
