package dev.paperround.sending.planning;

import dev.paperround.digest.PaperWindows;
import dev.paperround.digest.Selection;
import dev.paperround.health.Duty;
import dev.paperround.health.DutyHeartbeats;
import dev.paperround.sending.DigestDeadline;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.Send;
import dev.paperround.sending.Sends;
import dev.paperround.sending.installation.RestoreRecovery;
import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.subscriber.DueMember;
import dev.paperround.subscriber.DueMembers;
import dev.paperround.subscriber.DueMembers.Place;
import dev.paperround.subscriber.UnreadableMember;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Plans the digests that have come due. Any number of instances may do so at once. */
@ApplicationScoped
public class DuePlanner {
    private static final int PAGE = 5_000;

    private static final Duration PUT_OFF = Duration.ofDays(1);

    // No digest repeats the papers of a mail older than this.
    private static final Duration RESTORED = Duration.ofDays(7);

    @Inject
    Clock clock;

    @Inject
    Sends sends;

    @Inject
    DueMembers dueMembers;

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

    public void planDue() {
        var trace = new PlanningTrace(tracer);
        try {
            planDue(trace);
        } catch (RuntimeException e) {
            trace.failed();
            throw e;
        } finally {
            trace.end();
        }
    }

    private void planDue(PlanningTrace trace) {
        lateDigests.skipAll();
        var place = Place.START;
        var planned = 0;
        var more = true;
        while (more && !stopping) {
            heartbeats.beat(Duty.PLANNING);
            var after = place;
            var page = QuarkusTransaction.requiringNew().call(() -> planPage(after, trace));
            planned += page.members().size();
            more = page.size() == PAGE;
            place = page.last();
        }
        if (planned > 0) {
            Log.infof("Planned the digests of %d subscribers who were due.", planned);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private DueMembers.Due planPage(Place after, PlanningTrace trace) {
        selector.takeTurn();
        var now = clock.instant();
        var due = dueMembers.claim(now, after, PAGE);
        var restored = due.size() == 0 ? Instant.MIN : recovery.until().orElse(Instant.MIN);
        due.members().stream()
                .collect(Collectors.groupingBy(DueMember::date))
                .forEach((date, members) -> plan(date, members, now, restored, trace));
        dueMembers.pass(due.members(), it -> next(it, now, restored));
        if (!due.unreadable().isEmpty()) {
            putOff(due.unreadable(), now);
        }
        return due;
    }

    // Unreadable members are in the ledger with the reason and do not hold up anyone else.
    private void putOff(List<UnreadableMember> members, Instant now) {
        members.stream().collect(Collectors.groupingBy(UnreadableMember::date)).forEach((date, those) -> {
            those.forEach(it -> Log.errorf(
                    "The settings of subscriber %d cannot be read: %s They get no digest before that is mended;"
                            + " it is tried again in a day.",
                    it.id(), it.why()));
            inserter.write(
                    sends.scheduled(date),
                    those.stream()
                            .map(it -> Plan.skipped(it.id(), NoMailReason.UNREADABLE))
                            .toList());
        });
        dueMembers.putOff(members, now.plus(PUT_OFF));
    }

    // After an outage, digests that are too late are passed over, but not one that can still be sent.
    private static Instant next(DueMember member, Instant now, Instant restored) {
        var due = member.dueAt();
        // Every digest between a backup and its restore may already have left.
        var latest = due.isBefore(restored) ? restored.minus(RESTORED) : now.minus(DigestDeadline.LATEST);
        return member.nextAfter(due.isAfter(latest) ? due : latest);
    }

    private void plan(LocalDate date, List<DueMember> due, Instant now, Instant restored, PlanningTrace trace) {
        var page = trace.page();
        var members = due.stream().map(DueMember::member).toList();
        var compositions = selector.compose(windows.upTo(date), members, false);
        var send = sends.scheduled(date);
        var plans = due.stream()
                .map(it -> plan(it, now, restored, compositions.get(it.member().id()))
                        .dueAt(it.dueAt()))
                .map(it -> send.state == Send.State.CANCELLED ? it.cancelled() : it)
                .toList();
        inserter.write(send, plans);
        trace.planned(page, send, plans);
    }

    private Plan plan(DueMember due, Instant now, Instant restored, Selection composition) {
        if (due.isPaused()) {
            return Plan.skipped(due.member(), NoMailReason.PAUSED);
        }
        if (due.isTooSoon()) {
            return Plan.skipped(due.member(), NoMailReason.TOO_SOON);
        }
        var left = due.dueAt().isBefore(restored);
        if (!left && DigestDeadline.hasPassed(due.dueAt(), now)) {
            return Plan.skipped(due.member(), NoMailReason.TOO_LATE);
        }
        if (composition == null) {
            return Plan.skipped(due.member(), NoMailReason.UNREADABLE);
        }
        var plan = Plan.of(due.member(), budgets.of(due.member().emailKey()), composition);
        var empty = plan.reason().filter(NoMailReason::isWorthANote).isPresent();
        var whole = due.noteWhenEmpty() && empty ? plan.withNote() : plan;
        return left ? whole.mayHaveLeft() : whole;
    }
}
