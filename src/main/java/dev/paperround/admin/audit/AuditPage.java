package dev.paperround.admin.audit;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.RequiresScope;
import dev.paperround.admin.access.Scope;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.EmailAddress;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/admin/audit")
@AdminPage
@SignedIn
class AuditPage {
    private static final int LISTED = 100;

    @Inject
    Audit audit;

    // The offsets "previous" and "next" are -1 if there is no such page.
    record audit(String email, Message refusal, List<Audit.Entry> found, int previous, int next)
            implements TemplateInstance {}

    @GET
    @RequiresScope(Scope.MANAGE)
    @Operation(hidden = true)
    public Response show(@RestQuery String email, @RestQuery String offset) {
        var typed = AuditResource.text(email).orElse("");
        var person = EmailAddress.parse(typed);
        if (!typed.isEmpty() && person.isEmpty()) {
            var refusal = Message.of(AdminMessages.class, say -> say.noAddressSuchAs(typed));
            return AdminResponse.of(400, new audit(typed, refusal, List.of(), -1, -1));
        }
        var from = Parameter.number("offset", offset, 0, 0, Integer.MAX_VALUE - LISTED);
        var found = audit.newest(new Audit.Wanted(Optional.empty(), Optional.empty(), person), LISTED + 1, from);
        return AdminResponse.of(
                200,
                new audit(
                        typed,
                        null,
                        found.stream().limit(LISTED).toList(),
                        from == 0 ? -1 : Math.max(0, from - LISTED),
                        found.size() > LISTED ? from + LISTED : -1));
    }
}
