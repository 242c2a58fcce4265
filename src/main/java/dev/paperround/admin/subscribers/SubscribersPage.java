package dev.paperround.admin.subscribers;

import dev.paperround.admin.AdminResponse;
import dev.paperround.admin.Audited;
import dev.paperround.admin.access.AdminPage;
import dev.paperround.admin.access.SignedIn;
import dev.paperround.http.parameters.Parameter;
import dev.paperround.subscriber.Subscriber;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/admin/subscribers")
@AdminPage
@SignedIn
class SubscribersPage {
    private static final int LISTED = 100;

    @Inject
    SubscriberFiles files;

    // The offsets "previous" and "next" are -1 if there is no such page.
    record subscribers(
            String q, String state, List<SubscriberCount> counts, List<SubscriberView> found, int previous, int next)
            implements TemplateInstance {}

    @GET
    @Transactional
    @Produces(AdminResponse.HTML)
    @Operation(hidden = true)
    public Response show(@RestQuery String q, @RestQuery String state, @RestQuery String offset) {
        var part = Optional.ofNullable(q).map(String::strip).filter(it -> !it.isEmpty());
        var wanted = SubscribersResource.state(state);
        var from = Parameter.number("offset", offset, 0, 0, Integer.MAX_VALUE - LISTED);
        var found = Subscriber.search(wanted, part, LISTED + 1, from);
        return AdminResponse.of(
                200,
                new subscribers(
                        part.orElse(""),
                        wanted.map(Enum::name).orElse(""),
                        SubscriberCount.all(),
                        found.stream().limit(LISTED).map(SubscriberView::of).toList(),
                        from == 0 ? -1 : Math.max(0, from - LISTED),
                        found.size() > LISTED ? from + LISTED : -1));
    }

    @GET
    @Audited("subscribers-export")
    @Path("/export")
    @Operation(hidden = true)
    public Response export() {
        return files.download();
    }
}
