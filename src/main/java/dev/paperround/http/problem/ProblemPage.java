package dev.paperround.http.problem;

import dev.paperround.http.PageLanguage;
import dev.paperround.http.PagePolicy;
import dev.paperround.i18n.Language;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;

/** Sends an HTML page to clients that explicitly accept HTML, and a problem document to all others. */
@ApplicationScoped
class ProblemPage {
    @CheckedTemplate(basePath = "problem")
    static class Templates {
        static native TemplateInstance page(Problem problem, String retryAfter);
    }

    @Inject
    PageLanguage wanted;

    Response orProblem(Problem problem, HttpHeaders headers) {
        return orProblem(problem, headers, null);
    }

    /** Keeps headers of {@code base} such as Allow and Retry-After. */
    Response orProblem(Problem problem, HttpHeaders headers, Response base) {
        var response = Response.status(problem.status());
        if (base != null) {
            base.getHeaders().forEach((name, values) -> {
                if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
                    values.forEach(value -> response.header(name, value));
                }
            });
        }
        var wantsPage = headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
        if (!wantsPage) {
            return response.type(Problem.MEDIA_TYPE).entity(problem).build();
        }
        headers(wanted.language()).forEach(response::header);
        return response.entity(html(problem, retryAfter(base), wanted.language()))
                .build();
    }

    static String html(Problem problem, String retryAfter, Language language) {
        return Templates.page(problem, retryAfter).setLocale(language.words()).render();
    }

    static Map<String, String> headers(Language language) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                MediaType.TEXT_HTML + ";charset=UTF-8",
                "Content-Security-Policy",
                PagePolicy.ONLY_OURS,
                HttpHeaders.CACHE_CONTROL,
                "no-store",
                "X-Robots-Tag",
                "noindex",
                HttpHeaders.VARY,
                PageLanguage.VARY,
                HttpHeaders.CONTENT_LANGUAGE,
                language.tag());
    }

    // Returns seconds, or empty if retrying will not help or the delay is unknown.
    private static String retryAfter(Response base) {
        var seconds = base == null ? null : base.getHeaderString(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,9}") ? seconds : "";
    }
}
