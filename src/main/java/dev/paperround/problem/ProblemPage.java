package dev.paperround.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** People get a page, programs get the problem itself: a browser is one that asks for HTML by name. */
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

    /** Keeps the headers of {@code base}, such as Allow or Retry-After. */
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
        return wantsPage
                ? response.type(MediaType.TEXT_HTML + ";charset=UTF-8")
                        .header("Content-Security-Policy", PagePolicy.ONLY_OURS)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Robots-Tag", "noindex")
                        .header(HttpHeaders.VARY, PageLanguage.VARY)
                        .header(HttpHeaders.CONTENT_LANGUAGE, wanted.language().tag())
                        .entity(Templates.page(problem, retryAfter(base))
                                .setLocale(wanted.language().words())
                                .render())
                        .build()
                : response.type(Problem.MEDIA_TYPE).entity(problem).build();
    }

    /** In seconds; empty where waiting is no help, or nobody knows how long. */
    private static String retryAfter(Response base) {
        var seconds = base == null ? null : base.getHeaderString(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,9}") ? seconds : "";
    }
}
