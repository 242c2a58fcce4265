package dev.paperround.sending.planning;

import dev.paperround.digest.Selection;
import dev.paperround.health.Duty;
import dev.paperround.sending.DigestDeadline;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.installation.RestoreRecovery;
import dev.paperround.subscriber.DueMember;
import dev.paperround.subscriber.DueMembers;
import dev.paperround.subscriber.DueMembers.Place;
import dev.paperround.subscriber.UnreadableMember;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
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
    DueMembers dueMembers;

    @Inject
    MemberPlans memberPlans;

    @Inject
    DeliveryInserter inserter;

    @Inject
    RestoreRecovery recovery;

    @Inject
    PlanningLoop loop;

    public void planDue() {
        var run = new Run();
        loop.run(Duty.PLANNING, run::planPage);
        if (run.planned > 0) {
            Log.infof("Planned the digests of %d subscribers who were due.", run.planned);
        }
    }

    private final class Run {
        private Place place = Place.START;
        private int planned;

        boolean planPage(PlanningTrace trace) {
            var page = DuePlanner.this.planPage(place, trace);
            planned += page.members().size();
            place = page.last();
            return page.size() == PAGE;
        }
    }

    private DueMembers.Due planPage(Place after, PlanningTrace trace) {
        memberPlans.takeTurn();
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
            inserter.writeScheduled(
                    date,
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
        var compositions = memberPlans.compose(date, members, false);
        var plans = due.stream()
                .map(it -> plan(it, now, restored, compositions.get(it.member().id()))
                        .dueAt(it.dueAt()))
                .toList();
        var scheduled = inserter.writeScheduled(date, plans);
        trace.planned(page, scheduled.send(), scheduled.plans());
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
        var plan = memberPlans.plan(due.member(), composition);
        var empty = plan.reason().filter(NoMailReason::isWorthANote).isPresent();
        var whole = due.noteWhenEmpty() && empty ? plan.withNote() : plan;
        return left ? whole.mayHaveLeft() : whole;
    }
}
