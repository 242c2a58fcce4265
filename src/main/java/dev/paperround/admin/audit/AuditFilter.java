package dev.paperround.admin.audit;

import dev.paperround.admin.AuditContext;
import dev.paperround.admin.Audited;
import dev.paperround.admin.access.Caller;
import dev.paperround.admin.access.LoginPage;
import dev.paperround.admin.access.LoginThrottle;
import io.quarkus.logging.Log;
import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Adds every operator action to the audit log, including refused ones. Anonymous requests cannot change anything, so
 * only failed sign-ins are logged for them.
 */
class AuditFilter {
    private static final String NOBODY = "nobody";

    // Throttled attempts are not logged, because strangers could fill the log with them.
    private static final int HELD = 429;

    @Inject
    Audit audit;

    @Inject
    LoginThrottle throttle;

    @Inject
    AuditContext current;

    @Inject
    RoutingContext routing;

    @Inject
    ManagedExecutor executor;

    @ServerResponseFilter
    public void record(ContainerResponseContext response, ResourceInfo resource) {
        // The resource has no method if the path, HTTP method or content type did not match.
        var method = resource == null ? null : resource.getResourceMethod();
        var act = method == null ? null : method.getAnnotation(Audited.class);
        if (act == null || response.getStatus() == HELD) {
            return;
        }
        var caller = Caller.of(routing);
        if (caller.isEmpty() && !act.value().equals(LoginPage.SIGN_IN)) {
            return;
        }
        if (caller.isEmpty() && response.getStatus() >= 400 && !throttle.isWorthNoting()) {
            return;
        }
        var who = caller.map(Caller::name).orElse(NOBODY);
        var status = response.getStatus();
        if (BlockingOperationControl.isBlockingAllowed()) {
            add(who, act.value(), current, status);
        } else {
            // Refusals for a missing scope arrive on an I/O thread, which must not block on the database.
            executor.execute(() -> add(who, act.value(), new AuditContext(), status));
        }
    }

    // A failure here must not fail the request: the action is done, and the caller would repeat it.
    private void add(String who, String act, AuditContext of, int status) {
        try {
            audit.add(who, act, of, status);
        } catch (RuntimeException e) {
            Log.errorf(e, "%s did %s (%d), and it could not be written into the audit.", who, act, status);
        }
    }
}
