package dev.paperround.admin;

import dev.paperround.language.OperatorSentence;
import dev.paperround.language.Said;
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

/** Erasing one subscriber. */
@Path("/admin/erase")
@AdminPage
@SignedIn
class ErasePage {
    @Inject
    Erasure erasure;

    record erase(String email, Said refusal, String erased) implements TemplateInstance {}

    @GET
    @Produces(PageAnswer.HTML)
    @Operation(hidden = true)
    public Response show(@RestQuery String email) {
        return PageAnswer.of(200, new erase(email == null ? "" : email, null, null));
    }

    @POST
    @Act("subscriber-erase")
    @Needs(Scope.MANAGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response erase(@RestForm("email") String given, @RestForm String sure) {
        var email = given == null ? "" : given.strip();
        if (email.isEmpty()) {
            return refused(400, email, Said.of(OperatorSentence.GIVE_AN_ADDRESS));
        }
        if (sure == null) {
            return refused(400, email, Said.of(OperatorSentence.TICK_THE_BOX));
        }
        return erasure.erase(email)
                ? PageAnswer.of(200, new erase("", null, email))
                : refused(404, email, Said.of(OperatorSentence.NOBODY_KNOWN, email));
    }

    private static Response refused(int status, String email, Said refusal) {
        return PageAnswer.of(status, new erase(email, refusal, null));
    }
}
