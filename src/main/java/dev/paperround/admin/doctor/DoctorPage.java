package dev.paperround.admin.doctor;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.SignedIn;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/admin/doctor")
@AdminPage
@SignedIn
class DoctorPage {
    @Inject
    Doctor doctor;

    record doctor(List<Check> checks, long fail, long warn) implements TemplateInstance {}

    @GET
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show() {
        var checks = doctor.look();
        return AdminResponse.of(
                200, new doctor(checks, count(checks, Check.State.FAIL), count(checks, Check.State.WARN)));
    }

    private static long count(List<Check> checks, Check.State state) {
        return checks.stream().filter(it -> it.state() == state).count();
    }
}
