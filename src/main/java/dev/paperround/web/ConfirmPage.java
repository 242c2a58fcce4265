package dev.paperround.web;

import dev.paperround.problem.Callers;
import dev.paperround.subscription.Subscriptions;
import dev.paperround.subscription.Subscriptions.LinkState;
import dev.paperround.web.LinkPages.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Mail scanners follow links, so looking changes nothing. */
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
        return link == LinkState.GOOD ? PageAnswer.secret(200, Templates.ask(token)) : refused(link);
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
                .map(it -> PageAnswer.secret(200, Templates.done(SubscriptionView.of(it, manageToken, ""))))
                .orElseGet(() -> refused(LinkState.SPENT));
    }

    private static Response refused(LinkState link) {
        return link == LinkState.SPENT
                ? PageAnswer.secret(410, LinkPages.Templates.refused(Refusal.CONFIRM_SPENT))
                : PageAnswer.secret(404, LinkPages.Templates.refused(Refusal.CONFIRM_FOREIGN));
    }
}
