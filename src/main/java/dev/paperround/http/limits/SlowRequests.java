package dev.paperround.http.limits;

import dev.paperround.http.problem.EarlyAnswer;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits the time for sending a request body, because a slow sender would hold a connection and a thread. */
@ApplicationScoped
class SlowRequests {
    @Inject
    EarlyAnswer answer;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "paperround.request-time", defaultValue = "60s")
    Duration longest;

    void look(@Observes Filters filters) {
        filters.register(this::look, Integer.MAX_VALUE - 2);
    }

    private void look(RoutingContext context) {
        var request = context.request();
        if (announcesBody(request) && !request.isEnded() && !LongBodies.isOperators(context)) {
            var timer = context.vertx().setTimer(longest.toMillis(), late -> refuse(context));
            context.addEndHandler(done -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    // Requests without a body are excluded, so that slow responses do not count.
    private static boolean announcesBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null ? !length.equals("0") : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void refuse(RoutingContext context) {
        if (!context.request().isEnded() && !context.response().ended()) {
            meters.counter("paperround.requests.late", "part", "body").increment();
            answer.refuse(
                    context,
                    Problem.of(408, Message.of(ProblemMessages.class, say -> say.bodyTooLate(longest.toSeconds()))));
        }
    }
}
