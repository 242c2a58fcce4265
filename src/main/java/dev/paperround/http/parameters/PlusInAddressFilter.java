package dev.paperround.http.parameters;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps a plus sign in {@code ?email=} instead of decoding it as a space, because people paste addresses unencoded. */
@Singleton
class PlusInAddressFilter {
    private static final Pattern LOCAL_PART = Pattern.compile("(?<=[?&])email=(?:(?!%40)[^&@])*");

    @ServerRequestFilter(preMatching = true)
    void keep(ContainerRequestContext request) {
        var typed = request.getUriInfo().getRequestUri().toString();
        if (typed.indexOf('+') > 0) {
            var meant = LOCAL_PART
                    .matcher(typed)
                    .replaceAll(it -> Matcher.quoteReplacement(it.group().replace("+", "%2B")));
            if (!meant.equals(typed)) {
                request.setRequestUri(URI.create(meant));
            }
        }
    }
}
