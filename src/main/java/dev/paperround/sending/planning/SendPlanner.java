package dev.paperround.sending.planning;

import dev.paperround.digest.PaperWindows;
import dev.paperround.digest.Selection;
import dev.paperround.health.Duty;
import dev.paperround.health.DutyHeartbeats;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.Send;
import dev.paperround.sending.installation.RestoreRecovery;
import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.sending.ledger.LogFields;
import dev.paperround.subscriber.Audience;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Member;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plans sends by hand, page by page. Each page is one transaction that also stores where the next begins, so another
 * instance can continue if this one vanishes.
 */
@ApplicationScoped
public class SendPlanner {
    // Large enough that the statements' overhead is small, and small enough that nobody waits long for a page.
    public static final int PAGE = 5_000;

    @Inject
    Audience audience;

    @Inject
    DigestSelector selector;

    @Inject
    DomainBudgets budgets;

    @Inject
    DeliveryInserter inserter;

    @Inject
    PaperWindows windows;

    @Inject
    RestoreRecovery recovery;

    @Inject
    LateDigests lateDigests;

    @Inject
    DutyHeartbeats heartbeats;

    @Inject
    Tracer tracer;

    private volatile boolean stopping;

    public void planAll() {
        for (var send : QuarkusTransaction.requiringNew().call(Send::beingPlanned)) {
            var trace = new PlanningTrace(tracer);
            try {
                lateDigests.skipAll();
                var more = true;
                while (more && !stopping) {
                    heartbeats.beat(Duty.PLANNING_SENDS);
                    more = QuarkusTransaction.requiringNew().call(() -> planPage(send, trace));
                }
            } catch (RuntimeException e) {
                trace.failed();
                LogFields.of(send, () -> Log.errorf(e, "Planning send %d failed; it is tried again.", send));
            } finally {
                trace.end();
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private boolean planPage(long id, PlanningTrace trace) {
        var page = trace.page();
        selector.takeTurn();
        var send = Send.<Send>findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (send == null || send.state != Send.State.PLANNING) {
            return false;
        }
        var plans = send.audience == null ? everybody(send) : named(send);
        if (plans.isEmpty()) {
            send.state = Send.State.SENDING;
            return false;
        }
        if (send.dryRun) {
            var skipped = plans.stream().filter(it -> it.reason().isPresent()).count();
            send.drySkipped += skipped;
            send.dryPlanned += plans.size() - skipped;
        } else {
            inserter.write(send, startedBeforeARestore(send) ? left(plans) : plans);
        }
        trace.planned(page, send, plans);
        return true;
    }

    // The send may have progressed further after the backup than this database knows.
    private boolean startedBeforeARestore(Send send) {
        return recovery.until().filter(send.startedAt::isBefore).isPresent();
    }

    private static List<Plan> left(List<Plan> plans) {
        return plans.stream().map(Plan::mayHaveLeft).toList();
    }

    private List<Plan> everybody(Send send) {
        var page = audience.activeAfter(send.planCursor, PAGE);
        if (!page.isEmpty()) {
            send.planCursor = page.get(page.size() - 1).id();
        }
        return plans(send, page);
    }

    private List<Plan> named(Send send) {
        var from = (int) send.planCursor;
        var page = send.audience.subList(from, Math.min(from + PAGE, send.audience.size()));
        send.planCursor = from + page.size();
        var keys = page.stream()
                .map(EmailAddress::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(EmailAddress::key, Function.identity(), (first, again) -> first));
        var known = audience.byEmailKeys(keys.keySet());
        var plans = new ArrayList<>(plans(send, known));
        known.forEach(member -> keys.remove(member.emailKey()));
        keys.values().forEach(stranger -> plans.add(Plan.stranger(stranger.value())));
        return plans;
    }

    private List<Plan> plans(Send send, List<Member> members) {
        var active = members.stream().filter(Member::isActive).toList();
        var compositions = selector.compose(windows.upTo(send.day), active, send.force);
        return members.stream().map(it -> plan(it, compositions.get(it.id()))).toList();
    }

    private Plan plan(Member member, Selection composition) {
        if (!member.isActive()) {
            return Plan.skipped(member, NoMailReason.notActive(member.state()));
        }
        return composition == null
                ? Plan.skipped(member, NoMailReason.UNREADABLE)
                : Plan.of(member, budgets.of(member.emailKey()), composition);
    }
}
