package dev.paperround.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;

/** The way in: the overview with a session, the login without. */
@Path("/admin")
@AdminPage
class OverviewPage {
    @Inject
    AdminSession session;

    @Inject
    Overview overview;

    @GET
    @Produces(PageAnswer.HTML)
    @Operation(hidden = true)
    public Response show(@RestCookie(AdminSession.COOKIE) String cookie) {
        return PageAnswer.of(200, session.holds(cookie) ? overview.fresh() : LoginPage.login.form());
    }
}
