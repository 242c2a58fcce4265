package dev.paperround.delivery;

import dev.paperround.digest.Composition;
import dev.paperround.digest.Windows;
import dev.paperround.subscription.Subscriber;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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
    private static final int PAGE = 500;
    private static final Duration LATEST = Duration.ofHours(6);

    @Inject
    Clock clock;

    @Inject
    Sends sends;

    @Inject
    PlanBook planBook;

    @Inject
    Windows windows;

    public void planDue() {
        var planned = PAGE;
        while (planned == PAGE) {
            planned = QuarkusTransaction.requiringNew().call(this::planPage);
        }
    }

    private int planPage() {
        var now = clock.instant();
        var due = Subscriber.claimDue(now, PAGE);
        due.stream()
                .collect(Collectors.groupingBy(it -> it.schedule().localDate(it.nextDueAt)))
                .forEach((date, subscribers) -> plan(date, subscribers, now));
        due.forEach(it -> {
            it.endPause(it.schedule().localDate(it.nextDueAt));
            it.nextDueAt = next(it, now);
        });
        if (!due.isEmpty()) {
            Log.infof("Planned the digests of %d subscribers who were due.", due.size());
        }
        return due.size();
    }

    /** After an outage what is too late is passed over, but not the digest that can still be sent. */
    private static Instant next(Subscriber subscriber, Instant now) {
        var latest = now.minus(LATEST);
        var due = subscriber.nextDueAt;
        return subscriber.schedule().nextAfter(due.isAfter(latest) ? due : latest);
    }

    private void plan(LocalDate date, List<Subscriber> subscribers, Instant now) {
        var compositions = planBook.compose(windows.upTo(date), subscribers, false);
        var plans = subscribers.stream()
                .map(it -> plan(it, date, now, compositions.get(it.id)))
                .toList();
        planBook.write(sends.scheduled(date), plans);
    }

    private static Plan plan(Subscriber subscriber, LocalDate date, Instant now, Composition composition) {
        if (subscriber.isPausedOn(date)) {
            return Plan.skipped(subscriber, Reason.PAUSED);
        }
        if (subscriber.nextDueAt.plus(LATEST).isBefore(now)) {
            return Plan.skipped(subscriber, Reason.TOO_LATE);
        }
        var plan = Plan.of(subscriber, composition);
        var empty = plan.reason().filter(Reason::isWorthANote).isPresent();
        return subscriber.noteWhenEmpty && empty ? plan.withNote() : plan;
    }
}
