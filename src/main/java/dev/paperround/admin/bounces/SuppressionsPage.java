package dev.paperround.admin.bounces;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Audited;
import dev.paperround.admin.UploadedText;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.RequiresScope;
import dev.paperround.admin.access.Scope;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.bounce.ImprobableRefusals;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.BounceMessages;
import dev.paperround.i18n.ListMessages;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.SuppressionReason;
import dev.paperround.subscriber.lists.SuppressionImport;
import dev.paperround.subscriber.suppression.Suppression;
import dev.paperround.subscriber.suppression.SuppressionList;
import dev.paperround.subscriber.suppression.Suppressions;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/admin/suppressions")
@AdminPage
@SignedIn
class SuppressionsPage {
    private static final int LISTED = 100;

    @Inject
    SuppressionList list;

    @Inject
    Suppressions suppressions;

    @Inject
    ImprobableRefusals improbable;

    @Inject
    SuppressionFiles files;

    @Inject
    AuditContext act;

    // The offsets "previous" and "next" are -1 if there is no such page.
    record suppressions(
            String q,
            List<ImprobableRefusals.Held> held,
            List<Suppression> found,
            int previous,
            int next,
            Message done,
            Message refusal,
            SuppressionImport.Report report)
            implements TemplateInstance {}

    @GET
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show(@RestQuery String q, @RestQuery String offset) {
        var from = Parameter.number("offset", offset, 0, 0, Integer.MAX_VALUE - LISTED);
        return AdminResponse.of(200, page(q == null ? "" : q.strip(), from, null, null, null));
    }

    @POST
    @Audited("suppression-add")
    @RequiresScope(Scope.MANAGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(@RestForm("email") String given) {
        var typed = given == null ? "" : given.strip();
        var email = EmailAddress.parse(typed);
        if (email.isEmpty()) {
            return refused(400, Message.of(AdminMessages.class, say -> say.noAddressSuchAs(typed)));
        }
        act.on(email.get());
        suppressions.suppress(email.get(), SuppressionReason.OPERATOR);
        return AdminResponse.of(
                200, page("", 0, Message.of(ListMessages.class, say -> say.noMoreMail(email.get())), null, null));
    }

    @POST
    @Audited("suppression-lift")
    @RequiresScope(Scope.MANAGE)
    @Path("/lift")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response lift(@RestForm("entry") String given) {
        var entry = given == null ? "" : given.strip();
        EmailAddress.parse(entry).ifPresent(act::on);
        return SuppressionsResource.lifted(suppressions, entry)
                ? AdminResponse.of(
                        200, page("", 0, Message.of(ListMessages.class, say -> say.lifted(entry)), null, null))
                : refused(404, Message.of(ListMessages.class, say -> say.notSuppressed(entry)));
    }

    @POST
    @Audited("suppressions-held")
    @RequiresScope(Scope.MANAGE)
    @Path("/held")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decide(@RestForm("domain") String given, @RestForm("suppress") boolean suppress) {
        var domain = given == null ? "" : given.strip();
        var addresses = improbable.decide(domain, suppress);
        if (addresses < 0) {
            return refused(404, Message.of(BounceMessages.class, say -> say.notHeld(domain)));
        }
        act.counts(addresses);
        var done = suppress
                ? Message.of(BounceMessages.class, say -> say.heldSuppressed(addresses, domain))
                : Message.of(BounceMessages.class, say -> say.heldLetGo(addresses, domain));
        return AdminResponse.of(200, page("", 0, done, null, null));
    }

    @POST
    @Audited("suppressions-import")
    @RequiresScope(Scope.MANAGE)
    @Path("/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response take(@RestForm String text, @RestForm("file") FileUpload file) throws IOException {
        if (UploadedText.isEmpty(text, file)) {
            return refused(400, Message.of(AdminMessages.class, say -> say.pasteList()));
        }
        try (var csv = UploadedText.stream(text, file)) {
            var result = files.read(csv);
            return result.refusal() == null
                    ? AdminResponse.of(200, page("", 0, null, null, result.report()))
                    : refused(400, Message.of(AdminMessages.class, say -> say.nothingTakenBecause(result.refusal())));
        }
    }

    @GET
    @Audited("suppressions-export")
    @Path("/export")
    @Operation(hidden = true)
    public Response export() {
        return files.download();
    }

    private Response refused(int status, Message refusal) {
        return AdminResponse.of(status, page("", 0, null, refusal, null));
    }

    private TemplateInstance page(String q, int from, Message done, Message refusal, SuppressionImport.Report report) {
        var found = list.search(q, LISTED + 1, from);
        return new suppressions(
                q,
                improbable.list(),
                found.stream().limit(LISTED).toList(),
                from == 0 ? -1 : Math.max(0, from - LISTED),
                found.size() > LISTED ? from + LISTED : -1,
                done,
                refusal,
                report);
    }
}
