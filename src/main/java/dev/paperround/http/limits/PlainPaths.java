package dev.paperround.http.limits;

import dev.paperround.http.problem.EarlyAnswer;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/**
 * Rejects paths that a proxy might read differently and so let through to the admin pages, as well as paths that could
 * produce links to another site.
 */
@ApplicationScoped
class PlainPaths {
    private static final Pattern ODD =
            Pattern.compile("//|;|\\\\|/\\.{1,2}(/|$)|(?i)%(3[0-9]|[46][1-9a-f]|[57][0-9a]|2e|5c|00)");

    @Inject
    EarlyAnswer answer;

    void look(@Observes Filters filters) {
        filters.register(this::look, Integer.MAX_VALUE - 1);
    }

    private void look(RoutingContext context) {
        var path = context.request().path();
        if (path == null || ODD.matcher(path).find() || !path.startsWith("/")) {
            answer.refuse(context, Problem.of(404, Message.of(ProblemMessages.class, say -> say.addressOdd())));
        } else {
            context.next();
        }
    }
}
