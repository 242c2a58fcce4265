package dev.paperround.http;

import dev.paperround.i18n.Language;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses a page's language from the URL, the visitor's saved choice in a cookie, or the Accept-Language header. */
@Named("pageLanguage")
@ApplicationScoped
public class PageLanguage {
    public static final String VARY = "Accept-Language, Cookie";

    private static final String PARAMETER = "lang";
    private static final String COOKIE = "language";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @Inject
    CurrentVertxRequest current;

    public record Switch(String address, String tag, String name, boolean current) {}

    // Gives code outside CDI access to this bean.
    public static PageLanguage now() {
        return Arc.container().instance(PageLanguage.class).get();
    }

    public Language language() {
        return request().map(PageLanguage::wanted).orElse(Language.EN);
    }

    public static Language wanted(HttpServerRequest request) {
        var cookie = Optional.ofNullable(request.getCookie(COOKIE)).flatMap(it -> Language.of(it.getValue()));
        return chosen(request)
                .or(() -> cookie)
                .orElseGet(() -> Language.accepted(request.getHeader("Accept-Language")));
    }

    private static Optional<Language> chosen(HttpServerRequest request) {
        return Optional.ofNullable(request.getParam(PARAMETER)).flatMap(Language::of);
    }

    public Optional<NewCookie> choice() {
        return request().flatMap(PageLanguage::chosen).map(PageLanguage::remembering);
    }

    public static NewCookie remembering(Language language) {
        return new NewCookie.Builder(COOKIE)
                .value(language.code())
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    // Links are omitted after an admin form is submitted, because the result page has no URL of its own.
    public List<Switch> switches() {
        var request = request();
        if (request.isEmpty() || request.get().path().startsWith("/admin") && isForm(request.get())) {
            return List.of();
        }
        return Arrays.stream(Language.values())
                .map(it -> new Switch(address(request.get(), it), it.tag(), it.ownName(), it == language()))
                .toList();
    }

    private static boolean isForm(HttpServerRequest request) {
        return request.method() == HttpMethod.POST;
    }

    private static String address(HttpServerRequest request, Language language) {
        var query = Objects.requireNonNullElse(request.query(), "");
        var kept = Arrays.stream(query.split("&")).filter(it -> !it.isEmpty() && !it.startsWith(PARAMETER + "="));
        return request.path()
                + Stream.concat(kept, Stream.of(PARAMETER + "=" + language.code()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private Optional<HttpServerRequest> request() {
        var context = Arc.container().requestContext().isActive() ? current.getCurrent() : null;
        return Optional.ofNullable(context).map(it -> it.request());
    }
}
