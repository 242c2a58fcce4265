package dev.paperround.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Adds security headers to every response that does not set stricter ones. */
@ApplicationScoped
class SafeHeaders {
    // Other content types must never be rendered as a page.
    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");

    private static final String CONTENT_SECURITY = "Content-Security-Policy";
    private static final String STRICT_TRANSPORT = "Strict-Transport-Security";
    private static final String A_YEAR = "max-age=31536000";

    @ConfigProperty(name = "paperround.base-url")
    String baseUrl;

    // Runs before all other filters, as they may respond themselves.
    void register(@Observes Filters filters) {
        var encrypted = baseUrl.toLowerCase(Locale.ROOT).startsWith("https:");
        filters.register(
                context -> {
                    context.addHeadersEndHandler(sent -> add(context, encrypted));
                    context.next();
                },
                Integer.MAX_VALUE);
    }

    private static void add(RoutingContext context, boolean encrypted) {
        var headers = context.response().headers();
        EVERYWHERE.forEach((name, value) -> addIfMissing(headers, name, value));
        addIfMissing(headers, CONTENT_SECURITY, policy(context.normalizedPath(), headers));
        if (encrypted) {
            addIfMissing(headers, STRICT_TRANSPORT, A_YEAR);
        }
    }

    private static String policy(String path, MultiMap headers) {
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("text/html")) {
            return NO_PAGE;
        }
        return path.startsWith("/q/swagger-ui") ? PagePolicy.API_BROWSER : PagePolicy.ONLY_OURS_IN_FRAMES;
    }

    private static void addIfMissing(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
