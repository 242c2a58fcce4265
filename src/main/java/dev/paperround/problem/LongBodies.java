package dev.paperround.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server refuses a body by its announced length with an empty answer; so the problem is told before it looks. Only
 * operators have long lists to send.
 */
@ApplicationScoped
class LongBodies {
    private static final long MOST_OF_STRANGERS = 1 << 20;
    private static final Duration LINGER = Duration.ofSeconds(10);

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize mostOfOperators;

    void look(@Observes Filters filters) {
        filters.register(this::look, Integer.MAX_VALUE - 1);
    }

    private void look(RoutingContext context) {
        var operator = context.normalizedPath().matches("/(api/)?admin/.*");
        var most = operator ? mostOfOperators.asLongValue() : MOST_OF_STRANGERS;
        if (announced(context) <= most) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(written(Problem.of(413, "The body is too long; here it may have " + most + " bytes.")));
        closeSoon(context);
    }

    /** Closed at once, the connection would be reset under a caller who still writes and has not read the answer. */
    private static void closeSoon(RoutingContext context) {
        var request = context.request();
        request.handler(unread -> {}).resume();
        context.vertx()
                .setTimer(LINGER.toMillis(), timer -> request.connection().close());
    }

    private static long announced(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain data", e);
        }
    }
}
