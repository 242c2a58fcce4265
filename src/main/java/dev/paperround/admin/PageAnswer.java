package dev.paperround.admin;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

final class PageAnswer {
    static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private PageAnswer() {}

    static Response of(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page.render()).build();
    }

    /** The path as it is: the framework would put the request's Host in front. */
    static Response.ResponseBuilder seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path);
    }
}
