package dev.paperround.http.limits;

import dev.paperround.http.problem.EarlyAnswer;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rejects bodies with a large Content-Length before the server does so with an empty response. Only operators need long
 * uploads.
 */
@ApplicationScoped
class LongBodies {
    private static final long MOST_OF_STRANGERS = 1 << 20;

    @Inject
    EarlyAnswer answer;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize mostOfOperators;

    void look(@Observes Filters filters) {
        filters.register(this::look, Integer.MAX_VALUE - 1);
    }

    private void look(RoutingContext context) {
        var most = isOperators(context) ? mostOfOperators.asLongValue() : MOST_OF_STRANGERS;
        if (announced(context) <= most) {
            // Chunked bodies are counted while they are read.
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            context.next();
            return;
        }
        answer.refuse(context, Problem.of(413, Message.of(ProblemMessages.class, say -> say.bodyTooLong(most))));
    }

    static boolean isOperators(RoutingContext context) {
        return context.normalizedPath().matches("/(api/)?admin/.*");
    }

    private static long announced(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }
}
