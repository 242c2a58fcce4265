package dev.paperround.delivery;

import dev.paperround.digest.Composition;
import dev.paperround.digest.Windows;
import dev.paperround.subscription.DueMember;
import dev.paperround.subscription.DueMembers;
import dev.paperround.subscription.DueMembers.Place;
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

/** Plans the digests whose hour has come. Any number of instances may do so at once. */
@ApplicationScoped
public class DuePlanner {
    private static final int PAGE = 5_000;

    /** What an older mail held no digest holds again. */
    private static final Duration RESTORED = Duration.ofDays(7);

    @Inject
    Clock clock;

    @Inject
    Sends sends;

    @Inject
    DueMembers dueMembers;

    @Inject
    PlanBook planBook;

    @Inject
    Budgets budgets;

    @Inject
    PlanRows planRows;

    @Inject
    Windows windows;

    @Inject
    Restoration restoration;

    @Inject
    LateDigests lateDigests;

    @Inject
    Tracer tracer;

    private volatile boolean stopping;

    public void planDue() {
        var trace = new PlanTrace(tracer);
        try {
            planDue(trace);
        } catch (RuntimeException e) {
            trace.failed();
            throw e;
        } finally {
            trace.end();
        }
    }

    private void planDue(PlanTrace trace) {
        lateDigests.skipAll();
        var place = Place.START;
        var planned = 0;
        var more = true;
        while (more && !stopping) {
            var after = place;
            var page = QuarkusTransaction.requiringNew().call(() -> planPage(after, trace));
            planned += page.size();
            more = page.size() == PAGE;
            place = more ? Place.of(page.get(PAGE - 1)) : place;
        }
        if (planned > 0) {
            Log.infof("Planned the digests of %d subscribers who were due.", planned);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private List<DueMember> planPage(Place after, PlanTrace trace) {
        planBook.takeTurn();
        var now = clock.instant();
        var due = dueMembers.claim(now, after, PAGE);
        var restored = due.isEmpty() ? Instant.MIN : restoration.until().orElse(Instant.MIN);
        due.stream()
                .collect(Collectors.groupingBy(DueMember::date))
                .forEach((date, members) -> plan(date, members, now, restored, trace));
        dueMembers.pass(due, it -> next(it, now, restored));
        return due;
    }

    /** After an outage what is too late is passed over, but not the digest that can still be sent. */
    private static Instant next(DueMember member, Instant now, Instant restored) {
        var due = member.dueAt();
        // Each digest between a backup and its restore is one that may have left.
        var latest = due.isBefore(restored) ? restored.minus(RESTORED) : now.minus(LateDigests.LATEST);
        return member.schedule().nextAfter(due.isAfter(latest) ? due : latest);
    }

    private void plan(LocalDate date, List<DueMember> due, Instant now, Instant restored, PlanTrace trace) {
        var page = trace.page();
        var members = due.stream().map(DueMember::member).toList();
        var compositions = planBook.compose(windows.upTo(date), members, false);
        var send = sends.scheduled(date);
        var plans = due.stream()
                .map(it -> plan(it, now, restored, compositions.get(it.member().id()))
                        .dueAt(it.dueAt()))
                .map(it -> send.state == Send.State.CANCELLED ? it.cancelled() : it)
                .toList();
        planRows.write(send, plans);
        trace.planned(page, send, plans);
    }

    private Plan plan(DueMember due, Instant now, Instant restored, Composition composition) {
        if (due.isPaused()) {
            return Plan.skipped(due.member(), Reason.PAUSED);
        }
        var left = due.dueAt().isBefore(restored);
        if (!left && LateDigests.isTooLate(due.dueAt(), now)) {
            return Plan.skipped(due.member(), Reason.TOO_LATE);
        }
        var plan = Plan.of(due.member(), budgets.of(due.member().emailKey()), composition);
        var empty = plan.reason().filter(Reason::isWorthANote).isPresent();
        var whole = due.noteWhenEmpty() && empty ? plan.withNote() : plan;
        return left ? whole.mayHaveLeft() : whole;
    }
}
