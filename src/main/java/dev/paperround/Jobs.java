package dev.paperround;

import dev.paperround.archive.ArchiveKeeper;
import dev.paperround.bounce.BounceLog;
import dev.paperround.bounce.BounceMailbox;
import dev.paperround.bounce.ImprobableRefusals;
import dev.paperround.health.Duty;
import dev.paperround.health.DutyHeartbeats;
import dev.paperround.paper.ingest.IngestAgeGauge;
import dev.paperround.paper.ingest.PaperPolls;
import dev.paperround.sending.engine.Deliverer;
import dev.paperround.sending.ledger.InstallationGuard;
import dev.paperround.sending.ledger.OpenTransactions;
import dev.paperround.sending.ledger.SubscriberEraser;
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

/** Everything that happens by itself. Every instance runs every job; the database sees to it that each thing is done once. */
@ApplicationScoped
public class Jobs {
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
    DutyHeartbeats heartbeats;

    @Inject
    JobGate gate;

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void planDue() {
        whereMailsMayLeave(Duty.PLANNING, () -> {
            eraser.eraseRestoredOnce();
            duePlanner.planDue();
        });
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void planSends() {
        whereMailsMayLeave(Duty.PLANNING_SENDS, () -> {
            eraser.eraseRestoredOnce();
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

    // Each source says how often it is asked; this is how often that is looked up.
    @Scheduled(every = "5s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void collectPapers() {
        work(Duty.POLLING, paperPolls::pollDue);
    }

    // The settings say how often; this is how often that is looked up.
    @Scheduled(every = "5s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void collectBounces() {
        // What a copy took out of the mailbox the original would miss.
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

    // Whoever searches takes in what is new; this keeps it through a restart, and short where nobody does.
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void keepArchive() {
        gate.unlessStopping(archiveKeeper::keep);
    }

    // However often they are scraped.
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
