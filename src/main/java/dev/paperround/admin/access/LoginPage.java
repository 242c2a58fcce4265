package dev.paperround.admin.access;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.Audited;
import dev.paperround.http.Callers;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

@Path("/admin")
@AdminPage
public class LoginPage {
    public static final String SIGN_IN = "sign-in";

    private static final String OVERVIEW = "/admin";
    private static final Pattern OUR_PAGE = Pattern.compile("/admin(/[A-Za-z0-9/_-]*)?(\\?[A-Za-z0-9=&%+._~@-]*)?");

    @Inject
    AdminTokens tokens;

    @Inject
    AdminSessions sessions;

    @Inject
    RoutingContext routing;

    @Inject
    LoginThrottle throttle;

    @Inject
    Callers callers;

    public record login(Message message, String next) implements TemplateInstance {
        public static login form() {
            return new login(null, OVERVIEW);
        }
    }

    @GET
    @Path("/login")
    @Operation(hidden = true)
    public Response form() {
        return AdminResponse.seeOther(OVERVIEW).build();
    }

    @POST
    @Path("/login")
    @Audited(SIGN_IN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signIn(@RestForm("token") String given, @RestForm String next) {
        var network = callers.network();
        var held = throttle.held(network);
        if (held.isPresent()) {
            return wait(held.get(), next);
        }
        var token = Optional.ofNullable(given).flatMap(tokens::open);
        if (token.isEmpty()) {
            // Random text makes every failed attempt count, even when the same token is entered twice.
            throttle.wrong(network, TokenSecret.randomText());
            return AdminResponse.of(401, new login(Message.of(AdminMessages.class, say -> say.noToken()), ours(next)));
        }
        token.get().caller().behind(routing);
        return AdminResponse.seeOther(ours(next))
                .cookie(sessions.begin(token.get()))
                .build();
    }

    private static Response wait(Duration held, String next) {
        var seconds = Math.max(1, held.plusMillis(999).toSeconds());
        var message = Message.of(AdminMessages.class, say -> say.tooManyTokens(seconds));
        return Response.fromResponse(AdminResponse.of(429, new login(message, ours(next))))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static String ours(String next) {
        return next != null && OUR_PAGE.matcher(next).matches() ? next : OVERVIEW;
    }

    @POST
    @Path("/logout")
    @Audited("sign-out")
    @Operation(hidden = true)
    public Response signOut() {
        sessions.caller(routing);
        return AdminResponse.seeOther(OVERVIEW).cookie(sessions.end(routing)).build();
    }
}
