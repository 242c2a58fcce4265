package dev.paperround.web.subscription;

import dev.paperround.subscriber.signup.Subscriptions;
import dev.paperround.web.LinkPages;
import dev.paperround.web.LinkPages.Refusal;
import dev.paperround.web.PageResponse;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/unsubscribe/{token}")
class UnsubscribePage {
    @Inject
    Subscriptions subscriptions;

    @CheckedTemplate(basePath = "UnsubscribePage")
    static class Templates {
        static native TemplateInstance ask(String token);

        static native TemplateInstance done();
    }

    @GET
    public Response ask(String token) {
        return subscriptions.isUnsubscribeToken(token) ? PageResponse.secret(200, Templates.ask(token)) : foreign();
    }

    /**
     * RFC 8058: whatever the body is and however it is encoded, the token says all; no redirect, no login.
     *
     * @param goodbye sent by our own pages: a mail program that unsubscribes somebody tells them so itself
     */
    @POST
    public Response unsubscribe(String token, @RestQuery String goodbye) {
        return subscriptions.unsubscribe(token, goodbye != null)
                ? PageResponse.secret(200, Templates.done())
                : foreign();
    }

    private static Response foreign() {
        return PageResponse.secret(404, LinkPages.Templates.refused(Refusal.UNSUBSCRIBE_FOREIGN));
    }
}
