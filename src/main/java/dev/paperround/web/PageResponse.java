package dev.paperround.web;

import dev.paperround.http.PageLanguage;
import dev.paperround.http.PagePolicy;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/**
 * Builds HTML responses regardless of the Accept header, which is meaningless in a mail provider's one-click request.
 */
public final class PageResponse {
    private static final String HTML = "text/html;charset=UTF-8";

    private PageResponse() {}

    public static Response of(int status, TemplateInstance page) {
        var wanted = PageLanguage.now();
        var language = wanted.language();
        return Response.status(status)
                .type(HTML)
                .header("Content-Security-Policy", PagePolicy.ONLY_OURS)
                .header(HttpHeaders.VARY, PageLanguage.VARY)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .cookie(wanted.choice().stream().toArray(NewCookie[]::new))
                .entity(page.setLocale(language.words()).render())
                .build();
    }

    // The URL holds a signed link, so the page must not be cached or leak its address as a referrer.
    public static Response secret(int status, TemplateInstance page) {
        return secret(of(status, page));
    }

    public static Response secret(Response response) {
        return Response.fromResponse(response)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    // The URL is relative, so that it works behind any proxy and never depends on the Host header.
    public static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
