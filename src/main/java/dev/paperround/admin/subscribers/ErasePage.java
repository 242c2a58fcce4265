package dev.paperround.admin.subscribers;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.Audited;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.RequiresScope;
import dev.paperround.admin.access.Scope;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.i18n.ListMessages;
import dev.paperround.i18n.Message;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/admin/erase")
@AdminPage
@SignedIn
class ErasePage {
    @Inject
    Erasure erasure;

    record erase(String email, Message refusal, String erased) implements TemplateInstance {}

    @GET
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show(@RestQuery String email) {
        return AdminResponse.of(200, new erase(email == null ? "" : email, null, null));
    }

    @POST
    @Audited("subscriber-erase")
    @RequiresScope(Scope.MANAGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response erase(@RestForm("email") String given, @RestForm String sure) {
        var email = given == null ? "" : given.strip();
        if (email.isEmpty()) {
            return refused(400, email, Message.of(ListMessages.class, say -> say.giveAnAddress()));
        }
        if (sure == null) {
            return refused(400, email, Message.of(ListMessages.class, say -> say.tickTheBox()));
        }
        return erasure.erase(email)
                ? AdminResponse.of(200, new erase("", null, email))
                : refused(404, email, Message.of(ListMessages.class, say -> say.nobodyKnown(email)));
    }

    private static Response refused(int status, String email, Message refusal) {
        return AdminResponse.of(status, new erase(email, refusal, null));
    }
}
