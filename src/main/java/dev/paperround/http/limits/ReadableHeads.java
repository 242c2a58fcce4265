package dev.paperround.http.limits;

import dev.paperround.http.problem.EarlyAnswer;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rejects headers that would make the framework fail. */
@ApplicationScoped
class ReadableHeads {
    private static final List<CharSequence> DATES =
            List.of(HttpHeaders.IF_MODIFIED_SINCE, HttpHeaders.createOptimized("if-unmodified-since"));
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Inject
    EarlyAnswer answer;

    void look(@Observes Filters filters) {
        filters.register(this::look, Integer.MAX_VALUE - 1);
    }

    private void look(RoutingContext context) {
        DATES.forEach(name -> forgetUnreadableDate(context.request(), name));
        var problem = problem(context.request());
        if (problem.isPresent()) {
            answer.refuse(context, problem.get());
        } else {
            context.next();
        }
    }

    // RFC 9110: an invalid date is treated as absent.
    private static void forgetUnreadableDate(HttpServerRequest request, CharSequence name) {
        try {
            request.headers().getAll(name).forEach(DateTimeFormatter.RFC_1123_DATE_TIME::parse);
        } catch (DateTimeException e) {
            request.headers().remove(name);
        }
    }

    private static Optional<Problem> problem(HttpServerRequest request) {
        if (!METHODS.contains(request.method().name())) {
            return Optional.of(Problem.of(501, Message.of(ProblemMessages.class, say -> say.methodUnknown())));
        }
        var types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() > 1 || !types.stream().allMatch(ReadableHeads::isContentType)) {
            return Optional.of(
                    Problem.of(415, Message.of(ProblemMessages.class, say -> say.headerOdd("Content-Type"))));
        }
        var encodings = request.headers().getAll(HttpHeaders.CONTENT_ENCODING);
        if (!encodings.stream().allMatch(it -> it.strip().equalsIgnoreCase("identity"))) {
            return Optional.of(Problem.of(415, Message.of(ProblemMessages.class, say -> say.encodingUnknown())));
        }
        return request.headers().getAll(HttpHeaders.ACCEPT).stream().allMatch(ReadableHeads::isAccept)
                ? Optional.empty()
                : Optional.of(Problem.of(406, Message.of(ProblemMessages.class, say -> say.headerOdd("Accept"))));
    }

    private static boolean isContentType(String value) {
        try {
            var type = MediaType.valueOf(value);
            var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
            return isType(type) && !type.isWildcardType() && (charset == null || Charset.isSupported(charset));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAccept(String value) {
        return Stream.of(value.split(",")).filter(it -> !it.isBlank()).allMatch(range -> {
            try {
                var type = MediaType.valueOf(range.strip());
                var weight = type.getParameters().get("q");
                return isType(type) && (weight == null || weight.matches("(0(\\.\\d*)?|1(\\.0*)?|\\.\\d+)"));
            } catch (IllegalArgumentException e) {
                return false;
            }
        });
    }

    private static boolean isType(MediaType type) {
        return !type.getType().isBlank() && !type.getSubtype().isBlank();
    }
}
