package dev.paperround.admin;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Who is behind a request, by the name of their token; {@code id} is none for the token of the settings. */
record Caller(Optional<Long> id, String name, Scope scope) {
    private static final String KEY = Caller.class.getName();

    static Optional<Caller> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    void behind(RoutingContext request) {
        request.put(KEY, this);
    }
}
