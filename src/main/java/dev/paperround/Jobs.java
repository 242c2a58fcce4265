package dev.paperround;

import dev.paperround.archive.ArchiveKeeper;
import dev.paperround.bounce.BounceLog;
import dev.paperround.bounce.BounceMailbox;
import dev.paperround.bounce.ImprobableRefusals;
import dev.paperround.health.Duty;
import dev.paperround.health.DutyHeartbeats;
import dev.paperround.meaning.VectorKeeper;
import dev.paperround.paper.ingest.IngestAgeGauge;
import dev.paperround.paper.ingest.PaperPolls;
import dev.paperround.sending.correction.SubscriberEraser;
import dev.paperround.sending.engine.Deliverer;
import dev.paperround.sending.installation.InstallationGuard;
import dev.paperround.sending.installation.OpenTransactions;
import dev.paperround.sending.planning.DuePlanner;
import dev.paperround.sending.planning.SendPlanner;
import dev.paperround.sending.report.PendingGauge;
import dev.paperround.subscriber.AudienceCounts;
import dev.paperround.subscriber.signup.StaleCounts;
import dev.paperround.transport.transactional.TransactionalMails;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Schedules all background work. Every instance runs every job; the database ensures that each thing is done once. */
@ApplicationScoped
public class Jobs {
    // Digests planned right after an ingest should know what its papers mean.
    private static final Duration NEWEST_PAPERS = Duration.ofMinutes(1);

    @Inject
    DuePlanner duePlanner;

    @Inject
    SendPlanner sendPlanner;

    @Inject
    Deliverer deliverer;

    @Inject
    TransactionalMails transactionalMails;

    @Inject
    PaperPolls paperPolls;

    @Inject
    BounceMailbox bounceMailbox;

    @Inject
    BounceLog bounceLog;

    @Inject
    AudienceCounts audienceCounts;

    @Inject
    StaleCounts staleCounts;

    @Inject
    Retention retention;

    @Inject
    SubscriberEraser eraser;

    @Inject
    PendingGauge pendingGauge;

    @Inject
    OpenTransactions oldTransactions;

    @Inject
    IngestAgeGauge ingestAgeGauge;

    @Inject
    ImprobableRefusals improbableRefusals;

    @Inject
    InstallationGuard guard;

    @Inject
    ArchiveKeeper archiveKeeper;

    @Inject
    VectorKeeper vectorKeeper;

    @Inject
    DutyHeartbeats heartbeats;

    @Inject
    JobGate gate;

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void planDue() {
        whereMailsMayLeave(Duty.PLANNING, () -> {
            eraser.eraseRestoredOnce();
            vectorKeeper.awaitForFilters(NEWEST_PAPERS);
            duePlanner.planDue();
        });
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void planSends() {
        whereMailsMayLeave(Duty.PLANNING_SENDS, () -> {
            eraser.eraseRestoredOnce();
            vectorKeeper.awaitForFilters(NEWEST_PAPERS);
            sendPlanner.planAll();
        });
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void deliver() {
        whereMailsMayLeave(Duty.SENDING, deliverer::deliverDue);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sendLetters() {
        whereMailsMayLeave(Duty.SINGLE_MAILS, transactionalMails::sendDue);
    }

    // Each source has its own interval; this is only how often we check for sources that are due.
    @Scheduled(every = "5s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void collectPapers() {
        work(Duty.POLLING, paperPolls::pollDue);
    }

    // The polling interval comes from the settings; this is only how often we check it.
    @Scheduled(every = "5s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void collectBounces() {
        // A copied installation must not empty the mailbox of the original.
        work(Duty.COLLECTING_BOUNCES, () -> {
            if (guard.notOwner().isEmpty()) {
                bounceMailbox.pollDue();
            }
        });
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void purgeBounces() {
        gate.unlessStopping(bounceLog::purge);
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void countAudience() {
        gate.unlessStopping(audienceCounts::count);
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetWhatIsOld() {
        gate.unlessStopping(retention::apply);
        gate.unlessStopping(staleCounts::purge);
    }

    // Searching also brings the archive up to date; this saves it across restarts and limits the work if nobody
    // searches.
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void keepArchive() {
        gate.unlessStopping(archiveKeeper::keep);
    }

    // New papers are seen to at once; this is for those of before an upgrade, and for what failed.
    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void keepVectors() {
        gate.unlessStopping(vectorKeeper::keep);
    }

    // Refreshed on a fixed schedule, so the load does not depend on how often the metrics are scraped.
    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        work(Duty.MEASURING, () -> {
            pendingGauge.refresh();
            oldTransactions.refresh();
            ingestAgeGauge.refresh();
            improbableRefusals.review();
        });
    }

    private void whereMailsMayLeave(Duty duty, Runnable job) {
        work(duty, () -> {
            if (guard.open()) {
                job.run();
            }
        });
    }

    private void work(Duty duty, Runnable job) {
        gate.unlessStopping(() -> heartbeats.run(duty, job));
    }
}
