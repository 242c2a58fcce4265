package dev.paperround.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows the same page after every request for a mail, so that it does not reveal which addresses are known. */
@Path(CheckYourInboxPage.PATH)
public class CheckYourInboxPage {
    public static final String PATH = "/check-your-inbox";

    // This is set only while the local mailbox replaces a relay.
    @ConfigProperty(name = "paperround.inbox.directory")
    Optional<String> localMailbox;

    @CheckedTemplate(basePath = "CheckYourInboxPage")
    public static class Templates {
        public static native TemplateInstance checkYourInbox(boolean local);
    }

    @GET
    public Response show() {
        return PageResponse.of(200, Templates.checkYourInbox(localMailbox.isPresent()));
    }
}
