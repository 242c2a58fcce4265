package dev.paperround.admin.overview;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.AdminSessions;
import dev.paperround.admin.access.LoginPage;
import dev.paperround.admin.sends.Overview;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/admin")
@AdminPage
class OverviewPage {
    @Inject
    AdminSessions sessions;

    @Inject
    Overview overview;

    @Inject
    RoutingContext routing;

    @GET
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show() {
        return AdminResponse.of(200, sessions.caller(routing).isPresent() ? overview.fresh() : LoginPage.login.form());
    }
}
