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

/** Limits URLs and headers well below the server's own limits, which reject requests without an explanation. */
@ApplicationScoped
class LongHeads {
    // A query of 500 four-byte characters takes 6,000 characters when percent-encoded.
    private static final int LONGEST_ADDRESS = 8 << 10;

    private static final int LONGEST_HEADERS = 16 << 10;

    @Inject
    EarlyAnswer answer;

    void look(@Observes Filters filters) {
        filters.register(this::look, Integer.MAX_VALUE - 1);
    }

    private void look(RoutingContext context) {
        if (context.request().uri().length() > LONGEST_ADDRESS) {
            answer.refuse(
                    context,
                    Problem.of(414, Message.of(ProblemMessages.class, say -> say.addressTooLong(LONGEST_ADDRESS))));
        } else if (headers(context) > LONGEST_HEADERS) {
            answer.refuse(
                    context,
                    Problem.of(431, Message.of(ProblemMessages.class, say -> say.headersTooLong(LONGEST_HEADERS))));
        } else {
            context.next();
        }
    }

    private static int headers(RoutingContext context) {
        return context.request().headers().entries().stream()
                .mapToInt(it -> it.getKey().length() + it.getValue().length() + 4)
                .sum();
    }
}
