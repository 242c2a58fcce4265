package dev.paperround.sending.planning;

import dev.paperround.digest.Selection;
import dev.paperround.health.Duty;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.Send;
import dev.paperround.sending.installation.RestoreRecovery;
import dev.paperround.sending.ledger.LogFields;
import dev.paperround.subscriber.Audience;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Member;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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
    MemberPlans memberPlans;

    @Inject
    DeliveryInserter inserter;

    @Inject
    RestoreRecovery recovery;

    @Inject
    PlanningLoop loop;

    public void planAll() {
        for (var send : QuarkusTransaction.requiringNew().call(Send::beingPlanned)) {
            try {
                loop.run(Duty.PLANNING_SENDS, trace -> planPage(send, trace));
            } catch (RuntimeException e) {
                LogFields.of(send, () -> Log.errorf(e, "Planning send %d failed; it is tried again.", send));
            }
        }
    }

    private boolean planPage(long id, PlanningTrace trace) {
        var page = trace.page();
        memberPlans.takeTurn();
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
        var compositions = memberPlans.compose(send.day, active, send.force);
        return members.stream().map(it -> plan(it, compositions.get(it.id()))).toList();
    }

    private Plan plan(Member member, Selection composition) {
        return member.isActive()
                ? memberPlans.plan(member, composition)
                : Plan.skipped(member, NoMailReason.notActive(member.state()));
    }
}
