package dev.paperround.delivery;

import dev.paperround.subscription.Recipient;
import dev.paperround.subscription.Recipients;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries what is due to the relay: claim, connect, mark as sending, send, record. No transaction is open while SMTP is
 * spoken, and nothing is claimed while the relay cannot be reached.
 */
@ApplicationScoped
public class Deliverer {
    private static final int CLAIM = 20;
    private static final int ROUNDS = 25;
    /** Short, as nothing was sent yet: what a vanished instance had claimed is soon taken over. */
    private static final Duration CLAIM_LEASE = Duration.ofMinutes(2);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean stopping;
    private final String instance = UUID.randomUUID().toString();

    @Inject
    Ledger ledger;

    @Inject
    Recipients recipients;

    @Inject
    Relay relay;

    @Inject
    DigestPost post;

    @Inject
    EnvelopeSender envelopeSender;

    @Inject
    DeliverySettings settings;

    @Inject
    Clock clock;

    @Inject
    Rate rate;

    /** Returns when nothing is due any more, or the relay cannot be used. */
    public void deliverDue() {
        running.lock();
        try {
            ledger.recover();
            var sent = 1;
            while (sent > 0 && !stopping && relay.askable()) {
                var due = ledger.countDue(settings.connections() * CLAIM);
                sent = due == 0 ? 0 : inParallel(Math.min(settings.connections(), (due + CLAIM - 1) / CLAIM));
            }
            ledger.finishSends();
        } finally {
            running.unlock();
        }
    }

    /** What is on the wire is finished and written down, what was only claimed goes back. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopping = true;
        if (running.tryLock(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            running.unlock();
        } else {
            Log.warn("Some mails were still on their way at the stop; their deliveries will be unknown.");
        }
    }

    private int inParallel(int connections) {
        var threads = Executors.newFixedThreadPool(connections);
        try {
            var workers = new ArrayList<Future<Integer>>();
            for (var i = 0; i < connections; i++) {
                var owner = instance + "/" + i;
                workers.add(threads.submit(() -> work(owner)));
            }
            var sent = 0;
            for (var worker : workers) {
                sent += worker.get();
            }
            return sent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            Log.error("A delivery worker failed; what it had claimed goes on later.", e.getCause());
            return 0;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Some rounds over one connection; then it is counted anew how many connections are worth having. */
    private int work(String owner) {
        var sent = 0;
        try (var connection = relay.connect()) {
            for (var round = 0; round < ROUNDS && going(connection); round++) {
                var claimed = ledger.claim(owner, CLAIM, CLAIM_LEASE);
                if (claimed.isEmpty()) {
                    return sent;
                }
                for (var delivery : claimed) {
                    if (going(connection)) {
                        deliver(delivery, connection, owner);
                        sent++;
                    } else {
                        ledger.release(delivery, owner);
                    }
                }
            }
        } catch (Relay.Unusable e) {
            Log.warnf("No digest can leave for now. %s", e.getMessage());
        }
        return sent;
    }

    private boolean going(RelayConnection connection) {
        return connection.usable() && !stopping && !Thread.currentThread().isInterrupted();
    }

    private void deliver(Claimed delivery, RelayConnection connection, String owner) {
        Mail mail;
        try {
            mail = QuarkusTransaction.requiringNew().call(() -> write(delivery));
        } catch (RuntimeException e) {
            Log.errorf(e, "The mail of delivery %d could not be written; it is tried again.", delivery.id());
            var failure = new Outcome(Outcome.Kind.TEMPORARY, null, "The mail could not be written: " + e);
            retry(delivery, owner, failure, null);
            return;
        }
        if (mail.refused() != null) {
            ledger.record(delivery, owner, DeliveryState.SKIPPED, null, mail.refused(), null);
            return;
        }
        rate.await();
        if (!ledger.markSending(delivery, owner, sendingLease())) {
            ledger.release(delivery, owner);
            return;
        }
        var sender = envelopeSender.of(delivery.id(), delivery.createdOn());
        record(delivery, owner, connection.send(sender, mail.to(), mail.message()), mail.message());
    }

    private record Mail(String to, byte[] message, Reason refused) {}

    private Mail write(Claimed delivery) {
        var recipient = recipients.byIds(List.of(delivery.subscriber())).get(delivery.subscriber());
        if (recipient == null) {
            return new Mail(null, null, Reason.ERASED);
        }
        return switch (recipient.state()) {
            case ACTIVE ->
                new Mail(recipient.email(), delivery.message().orElseGet(() -> written(delivery, recipient)), null);
            case PENDING, UNSUBSCRIBED, SUPPRESSED -> new Mail(null, null, Reason.notActive(recipient.state()));
        };
    }

    private byte[] written(Claimed delivery, Recipient recipient) {
        var written = post.message(delivery, recipient);
        if (written.papers() < delivery.papers().size()) {
            ledger.cut(delivery, written.papers());
        }
        return written.bytes();
    }

    private void record(Claimed delivery, String owner, Outcome outcome, byte[] message) {
        switch (outcome.kind()) {
            case ACCEPTED -> end(delivery, owner, DeliveryState.SENT, outcome);
            case REJECTED -> end(delivery, owner, DeliveryState.REJECTED, outcome);
            case UNKNOWN -> end(delivery, owner, DeliveryState.UNKNOWN, outcome);
            case TEMPORARY, NOT_SENT -> retry(delivery, owner, outcome, message);
        }
    }

    private void end(Claimed delivery, String owner, DeliveryState state, Outcome outcome) {
        ledger.record(delivery, owner, state, outcome, null, null);
        if (delivery.message().isPresent()) {
            ledger.forgetMessage(delivery);
        }
    }

    private void retry(Claimed delivery, String owner, Outcome outcome, byte[] message) {
        var next = nextAttempt(delivery.attempts());
        if (next.isAfter(delivery.plannedAt().plus(GIVE_UP_AFTER))) {
            ledger.record(delivery, owner, DeliveryState.REJECTED, outcome, Reason.GAVE_UP, null);
            ledger.forgetMessage(delivery);
            return;
        }
        if (message != null && delivery.message().isEmpty()) {
            ledger.keepMessage(delivery, message);
        }
        ledger.record(delivery, owner, DeliveryState.RETRY, outcome, null, next);
    }

    private Instant nextAttempt(int attemptsBefore) {
        var doubled = settings.retryAfter().multipliedBy(1L << Math.min(attemptsBefore, 16));
        var jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        return clock.instant().plusMillis((long) (doubled.toMillis() * jitter));
    }

    /** Longer than the slowest relay may take to answer: whose time is over is really unknown. */
    private Duration sendingLease() {
        return settings.replyTimeout().plusMinutes(2);
    }
}
