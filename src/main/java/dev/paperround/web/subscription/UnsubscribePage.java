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
     * Unsubscribes in one click according to RFC 8058: the token is sufficient, whatever the body, without redirect or
     * login. Only our own pages set {@code goodbye}, because mail programs confirm the result themselves.
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
