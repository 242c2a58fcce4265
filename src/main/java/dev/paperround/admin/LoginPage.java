package dev.paperround.admin;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** In and out. */
@Path("/admin")
@AdminPage
class LoginPage {
    private static final String OVERVIEW = "/admin";
    private static final Pattern OUR_PAGE = Pattern.compile("/admin(/[A-Za-z0-9/_-]*)?(\\?[A-Za-z0-9=&%+._~@-]*)?");
    private static final String WRONG =
            "This is not the token. It is the value of PAPERROUND_ADMIN_TOKEN; where that is not set, the program "
                    + "made one and named its file in the log at its first start.";

    @Inject
    AdminToken token;

    @Inject
    AdminSession session;

    @Inject
    LoginBrake brake;

    /** {@code next}: the page to go on to. */
    record login(String message, String next) implements TemplateInstance {
        static login form() {
            return new login(null, OVERVIEW);
        }
    }

    @GET
    @Path("/login")
    @Operation(hidden = true)
    public Response form() {
        return PageAnswer.seeOther(OVERVIEW).build();
    }

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signIn(@RestForm("token") String given, @RestForm String next) {
        var held = brake.held();
        if (held.isPresent()) {
            return wait(held.get(), next);
        }
        if (given == null || !token.is(given)) {
            brake.failed();
            return PageAnswer.of(401, new login(WRONG, ours(next)));
        }
        return PageAnswer.seeOther(ours(next)).cookie(session.begin()).build();
    }

    private static Response wait(Duration held, String next) {
        var seconds = Math.max(1, held.plusMillis(999).toSeconds());
        var message = "Too many wrong tokens were tried. Try again in " + seconds + " seconds.";
        return Response.fromResponse(PageAnswer.of(429, new login(message, ours(next))))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static String ours(String next) {
        return next != null && OUR_PAGE.matcher(next).matches() ? next : OVERVIEW;
    }

    @POST
    @Path("/logout")
    @Operation(hidden = true)
    public Response signOut() {
        return PageAnswer.seeOther(OVERVIEW).cookie(session.end()).build();
    }
}
