package dev.paperround.sending.engine;

import dev.paperround.health.FatalErrors;
import dev.paperround.i18n.Failures;
import dev.paperround.i18n.Message;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.sending.ledger.LogFields;
import dev.paperround.transport.Attempt;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.Transport;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportResult.Phase;
import dev.paperround.transport.TransportSession;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Sends ready mails by one transport, over as many sessions as it allows. Everything runs on the transport's thread.
 */
public final class Dispatcher {
    private static final Duration KEPT_IDLE = Duration.ofSeconds(10);

    private final Transport transport;
    private final RenderedMails ready;
    private final Function<LeasedDelivery, CompletableFuture<Boolean>> mark;
    private final RateLimiter own;
    private final RateLimiter shared;
    private final Hearer hearer;
    private final ScheduledExecutorService thread;
    private final Deque<TransportSession> idle = new ArrayDeque<>();
    private final AtomicBoolean waking = new AtomicBoolean();
    private int open;
    private int opening;
    private int underWay;
    private boolean waitingForRate;
    // While this is set, the end of a mail in flight triggers the next dispatch, so nothing else has to.
    private volatile boolean busy;

    // Called on the transport's thread.
    public interface Hearer {
        // Called once per mail.
        void result(RenderedMail mail, TransportResult result);

        // A mail that was just refused is to be retried after all.
        void reopen(RenderedMail mail, TransportResult result);

        void unreachable(Message trouble);
    }

    // The rate limiter is shared with all other dispatchers. A mail only leaves once it is marked with true.
    public Dispatcher(
            Transport transport,
            RateLimiter shared,
            RenderedMails ready,
            Function<LeasedDelivery, CompletableFuture<Boolean>> mark,
            Hearer hearer) {
        this.transport = transport;
        this.ready = ready;
        this.mark = mark;
        this.own = transport.rate();
        this.shared = shared;
        this.hearer = hearer;
        this.thread = transport.thread();
        thread.scheduleWithFixedDelay(this::closeIdle, 1, 1, TimeUnit.SECONDS);
    }

    public void wake() {
        if (!busy && waking.compareAndSet(false, true)) {
            thread.execute(() -> {
                waking.set(false);
                dispatch();
            });
        }
    }

    private void dispatch() {
        busy = false;
        while (!ready.isEmpty() && !waitingForRate) {
            var session = usableSession();
            if (session == null) {
                openIfAllowed();
                busy = underWay > 0 && open >= transport.sessionsAllowed();
                return;
            }
            var wait = Math.max(own.nanosToWait(), shared.nanosToWait());
            var mail = wait == 0 ? ready.next() : null;
            if (mail == null) {
                idle.push(session);
                waitFor(wait);
                return;
            }
            own.takeTurn();
            shared.takeTurn();
            try {
                send(mail, session);
            } catch (RuntimeException | Error e) {
                FatalErrors.endProgramAfter(e);
                ended(mail, session, TransportResult.lost(Phase.BEFORE_MESSAGE, e));
            }
        }
    }

    private void waitFor(long nanos) {
        if (nanos > 0) {
            waitingForRate = true;
            thread.schedule(
                    () -> {
                        waitingForRate = false;
                        dispatch();
                    },
                    nanos,
                    TimeUnit.NANOSECONDS);
        }
    }

    private TransportSession usableSession() {
        while (!idle.isEmpty()) {
            if (open > transport.sessionsAllowed()) {
                retire(idle.pop());
                continue;
            }
            var session = idle.pop();
            if (session.isUsable()) {
                return session;
            }
            retire(session);
        }
        return null;
    }

    // Opens one session at a time while the transport is being probed, otherwise as many as are allowed.
    private void openIfAllowed() {
        while (open < transport.sessionsAllowed() && opening < ready.size()) {
            var session = transport.open();
            open++;
            opening++;
            session.whenCompleteAsync(this::opened, thread);
        }
    }

    private void opened(TransportSession session, Throwable failure) {
        opening--;
        if (failure == null) {
            idle.push(session);
            dispatch();
        } else {
            open--;
            hearer.unreachable(Failures.said(failure));
        }
    }

    private void send(RenderedMail mail, TransportSession session) {
        underWay++;
        var mayLeave = mark.apply(mail.delivery()).thenApplyAsync(may -> may, thread);
        var delivery = mail.delivery();
        var attempt = new Attempt(delivery.id(), mail.message(), delivery.refusedAt(), result -> reopen(mail, result));
        session.send(attempt, mayLeave).whenComplete((result, failure) -> {
            // Without a reported result, nobody can tell whether the mail left.
            ended(mail, session, failure == null ? result : TransportResult.lost(Phase.MESSAGE, failure));
            dispatch();
        });
    }

    // Frees the session before notifying any listener, so that no listener can block it.
    private void ended(RenderedMail mail, TransportSession session, TransportResult result) {
        underWay--;
        if (session.isUsable()) {
            idle.push(session);
        } else {
            retire(session);
        }
        tell(mail, () -> hearer.result(mail, result));
    }

    private void reopen(RenderedMail mail, TransportResult result) {
        tell(mail, () -> hearer.reopen(mail, result));
    }

    private static void tell(RenderedMail mail, Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException | Error e) {
            FatalErrors.endProgramAfter(e);
            var id = mail.delivery().id();
            LogFields.of(mail.delivery(), () -> Log.errorf(e, "The end of delivery %d was not told.", id));
        }
    }

    private void retire(TransportSession session) {
        open--;
        try {
            session.close();
        } catch (RuntimeException e) {
            Log.debugf("A connection was gone already: %s", e);
        }
    }

    private void closeIdle() {
        while (!idle.isEmpty()
                && (idle.peekLast().idleFor(KEPT_IDLE) || !idle.peekLast().isUsable())) {
            retire(idle.removeLast());
        }
    }
}
