package dev.paperround.http.parameters;

import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Rejects an empty day parameter, which resources would otherwise treat as missing and replace by today. */
class EmptyDayFilter {
    private static final Pattern EMPTY = Pattern.compile("(?:.*&)?day(?:=(?:\\+|%20)*)?(?:&.*)?");

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        var query = request.getUriInfo().getRequestUri().getRawQuery();
        if (query != null && EMPTY.matcher(query).matches()) {
            var error = new FieldError("day", Message.of(AdminMessages.class, say -> say.giveADay()));
            throw Problem.of(List.of(error)).exception();
        }
    }
}
