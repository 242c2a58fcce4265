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

/** Writes every act into the audit, also one that was refused; who is nobody we know changes nothing, and is not there. */
class AuditFilter {
    private static final String NOBODY = "nobody";

    /** What the brake refuses is no news, and would fill the audit at a stranger's pace. */
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
        // None where no method takes the request: its path, method or type is another.
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
            // A refusal for want of scope is told on a thread that may not wait for the database.
            executor.execute(() -> add(who, act.value(), new AuditContext(), status));
        }
    }

    /** The act is done, and a caller who is told that it failed would do it again. */
    private void add(String who, String act, AuditContext of, int status) {
        try {
            audit.add(who, act, of, status);
        } catch (RuntimeException e) {
            Log.errorf(e, "%s did %s (%d), and it could not be written into the audit.", who, act, status);
        }
    }
}
