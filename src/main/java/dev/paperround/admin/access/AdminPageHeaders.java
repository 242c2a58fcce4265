package dev.paperround.admin.access;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

class AdminPageHeaders {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @AdminPage
    @ServerResponseFilter
    public void add(ContainerResponseContext response) {
        response.getHeaders().putSingle("Cache-Control", "no-store");
        if (!response.getHeaders().containsKey("Content-Security-Policy")) {
            response.getHeaders().putSingle("Content-Security-Policy", POLICY);
        }
    }
}
