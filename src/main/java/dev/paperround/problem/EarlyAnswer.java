package dev.paperround.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells of a problem while the request is still on its way, and ends the connection. */
@ApplicationScoped
class EarlyAnswer {
    private static final Duration LINGER = Duration.ofSeconds(10);

    @Inject
    ObjectMapper json;

    void refuse(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(written(problem));
        closeSoon(context);
    }

    /** Closed at once, the connection would be reset under a caller who still writes and has not read the answer. */
    private static void closeSoon(RoutingContext context) {
        var request = context.request();
        request.handler(unread -> {}).resume();
        context.vertx()
                .setTimer(LINGER.toMillis(), timer -> request.connection().close());
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain data", e);
        }
    }
}
