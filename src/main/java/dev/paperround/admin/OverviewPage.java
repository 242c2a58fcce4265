package dev.paperround.admin;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The way in: the overview with a session, the login without. */
@Path("/admin")
@AdminPage
class OverviewPage {
    @Inject
    AdminSession session;

    @Inject
    Overview overview;

    @Inject
    RoutingContext routing;

    @GET
    @Produces(PageAnswer.HTML)
    @Operation(hidden = true)
    public Response show() {
        return PageAnswer.of(200, session.caller(routing).isPresent() ? overview.fresh() : LoginPage.login.form());
    }
}
