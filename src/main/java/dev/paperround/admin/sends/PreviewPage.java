package dev.paperround.admin.sends;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.DigestDays;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.Message;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/admin/preview")
@AdminPage
@SignedIn
class PreviewPage {
    private static final String SHUT_IN =
            "sandbox; default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    @Inject
    DigestPreviews previews;

    @Inject
    DigestDays days;

    record preview(String email, String day, boolean force, String subject, Message refusal)
            implements TemplateInstance {}

    @GET
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show(
            @RestQuery("email") String given, @RestQuery("day") String givenDay, @RestQuery("force") String forced) {
        var force = forced != null;
        var email = given == null ? "" : given.strip();
        var day = givenDay == null ? days.newest().toString() : givenDay.strip();
        if (email.isEmpty()) {
            return AdminResponse.of(200, new preview(email, day, force, null, null));
        }
        var meant = DigestDays.read(day);
        if (meant.isEmpty()) {
            return refused(email, day, force, Problem.of(400, DigestDays.wrong(day)));
        }
        var shown = previews.of(email, meant.get(), force);
        return shown.problem() == null
                ? AdminResponse.of(
                        200,
                        new preview(email, day, force, shown.preview().mail().subject(), null))
                : refused(email, day, force, shown.problem());
    }

    private static Response refused(String email, String day, boolean force, Problem problem) {
        return AdminResponse.of(problem.status(), new preview(email, day, force, null, problem.said()));
    }

    @GET
    @Path("/mail")
    @Operation(hidden = true)
    public Response mail(@RestQuery String email, @RestQuery("day") String dayText, @RestQuery String force) {
        var shown = previews.of(email, Parameter.day("day", dayText).orElseGet(days::newest), force != null);
        if (shown.problem() != null) {
            throw shown.problem().exception();
        }
        return Response.ok(shown.preview().mail().html().decoded(), AdminResponse.HTML)
                .header("Content-Security-Policy", SHUT_IN)
                .build();
    }
}
