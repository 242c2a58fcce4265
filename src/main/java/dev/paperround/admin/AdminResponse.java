package dev.paperround.admin;

import dev.paperround.http.PageLanguage;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

public final class AdminResponse {
    public static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private AdminResponse() {}

    public static Response of(int status, TemplateInstance page) {
        var wanted = PageLanguage.now();
        var language = wanted.language();
        return Response.status(status)
                .type(HTML)
                .header(HttpHeaders.VARY, PageLanguage.VARY)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .cookie(wanted.choice().stream().toArray(NewCookie[]::new))
                .entity(page.setLocale(language.words()).render())
                .build();
    }

    // Response.seeOther would build an absolute URL from the request's Host header.
    public static Response.ResponseBuilder seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path);
    }
}
