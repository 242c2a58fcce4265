package dev.paperround.admin.access;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Identifies the caller by the name of their token; {@code id} is empty for the token from the settings. */
public record Caller(Optional<Long> id, String name, Scope scope) {
    private static final String KEY = Caller.class.getName();

    public static Optional<Caller> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    void behind(RoutingContext request) {
        request.put(KEY, this);
    }
}
