package dev.paperround.web.subscription;

import dev.paperround.http.Callers;
import dev.paperround.subscriber.signup.Subscriptions;
import dev.paperround.subscriber.signup.Subscriptions.LinkState;
import dev.paperround.web.LinkPages;
import dev.paperround.web.LinkPages.Refusal;
import dev.paperround.web.PageResponse;
import dev.paperround.web.SubscriptionView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Confirms a subscription only on submit, because mail scanners follow links. */
@Path("/confirm/{token}")
class ConfirmPage {
    @Inject
    Subscriptions subscriptions;

    @Inject
    Callers callers;

    @CheckedTemplate(basePath = "ConfirmPage")
    static class Templates {
        static native TemplateInstance ask(String token);

        static native TemplateInstance done(SubscriptionView view);
    }

    @GET
    public Response ask(String token) {
        var link = subscriptions.confirmable(token);
        return link == LinkState.GOOD ? PageResponse.secret(200, Templates.ask(token)) : refused(link);
    }

    @POST
    public Response confirm(String token) {
        var confirmation =
                subscriptions.confirm(token, Optional.of(callers.network().prefix()));
        if (confirmation.link() != LinkState.GOOD) {
            return refused(confirmation.link());
        }
        var manageToken = confirmation.manageToken();
        return subscriptions
                .find(manageToken)
                .map(it -> PageResponse.secret(200, Templates.done(SubscriptionView.of(it, manageToken, ""))))
                .orElseGet(() -> refused(LinkState.SPENT));
    }

    private static Response refused(LinkState link) {
        return link == LinkState.SPENT
                ? PageResponse.secret(410, LinkPages.Templates.refused(Refusal.CONFIRM_SPENT))
                : PageResponse.secret(404, LinkPages.Templates.refused(Refusal.CONFIRM_FOREIGN));
    }
}
