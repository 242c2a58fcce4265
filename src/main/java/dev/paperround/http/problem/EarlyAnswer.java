package dev.paperround.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperround.http.PageLanguage;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Locale;

/** Sends an error before the request is fully received, and closes the connection. */
@ApplicationScoped
public class EarlyAnswer {
    private static final Duration LINGER = Duration.ofSeconds(10);

    @Inject
    ObjectMapper json;

    public void refuse(RoutingContext context, Problem problem) {
        var response =
                context.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        if (wantsPage(context)) {
            var language = PageLanguage.wanted(context.request());
            ProblemPage.headers(language).forEach(response::putHeader);
            response.end(ProblemPage.html(problem, "", language));
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).end(written(problem));
        }
        closeSoon(context);
    }

    private static boolean wantsPage(RoutingContext context) {
        return context.request().headers().getAll(HttpHeaders.ACCEPT).stream()
                .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(MediaType.TEXT_HTML));
    }

    // Closing at once could reset the connection before the client has read the response.
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
