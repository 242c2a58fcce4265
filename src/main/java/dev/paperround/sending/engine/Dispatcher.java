package dev.paperround.sending.engine;

import dev.paperround.health.FatalErrors;
import dev.paperround.i18n.Failures;
import dev.paperround.sending.ledger.LogFields;
import dev.paperround.sending.ledger.SendLogWriter;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.smtp.RefusalStreak;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.RelayTrouble;
import dev.paperround.transport.smtp.Relays;
import dev.paperround.transport.smtp.SmtpConnection;
import dev.paperround.transport.smtp.SmtpResult;
import io.netty.channel.EventLoop;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends ready mails to one relay over as many connections as it tolerates. Everything runs on the relay's event loop.
 */
public final class Dispatcher {
    private static final Duration KEPT_IDLE = Duration.ofSeconds(10);

    private final Relay relay;
    private final RenderedMails ready;
    private final SendLogWriter ledger;
    private final RateLimiter own;
    private final RateLimiter shared;
    private final Hearer hearer;
    private final EventLoop loop;
    private final Deque<SmtpConnection> idle = new ArrayDeque<>();
    private final AtomicBoolean waking = new AtomicBoolean();
    private int open;
    private int connecting;
    private int underWay;
    private boolean waitingForRate;
    // While this is set, the end of a mail in flight triggers the next dispatch, so nothing else has to.
    private volatile boolean busy;

    // Called once per mail, on the event loop.
    public interface Hearer {
        void outcome(RenderedMail mail, SmtpResult outcome);

        // A mail that was just refused is to be retried after all.
        void reopen(RenderedMail mail, SmtpResult outcome);

        void unreachable(RelayTrouble trouble);
    }

    // The rate limiter is shared with the dispatchers of the other relays.
    public Dispatcher(
            Relays.Share share, RateLimiter shared, RenderedMails ready, SendLogWriter ledger, Hearer hearer) {
        this.relay = share.relay();
        this.ready = ready;
        this.ledger = ledger;
        this.own = share.rate();
        this.shared = shared;
        this.hearer = hearer;
        this.loop = relay.loop();
        loop.scheduleWithFixedDelay(this::closeIdle, 1, 1, TimeUnit.SECONDS);
    }

    public void wake() {
        if (!busy && waking.compareAndSet(false, true)) {
            loop.execute(() -> {
                waking.set(false);
                dispatch();
            });
        }
    }

    private void dispatch() {
        busy = false;
        while (!ready.isEmpty() && !waitingForRate) {
            var connection = usableConnection();
            if (connection == null) {
                connectIfAllowed();
                busy = underWay > 0 && open >= relay.breaker().allowed();
                return;
            }
            var wait = Math.max(own.nanosToWait(), shared.nanosToWait());
            var mail = wait == 0 ? ready.next() : null;
            if (mail == null) {
                idle.push(connection);
                waitFor(wait);
                return;
            }
            own.takeTurn();
            shared.takeTurn();
            try {
                send(mail, connection);
            } catch (RuntimeException | Error e) {
                FatalErrors.endProgramAfter(e);
                ended(mail, connection, SmtpResult.lost(false, e));
            }
        }
    }

    private void waitFor(long nanos) {
        if (nanos > 0) {
            waitingForRate = true;
            loop.schedule(
                    () -> {
                        waitingForRate = false;
                        dispatch();
                    },
                    nanos,
                    TimeUnit.NANOSECONDS);
        }
    }

    private SmtpConnection usableConnection() {
        while (!idle.isEmpty()) {
            if (open > relay.breaker().allowed()) {
                retire(idle.pop());
                continue;
            }
            var connection = idle.pop();
            if (connection.usable()) {
                return connection;
            }
            retire(connection);
        }
        return null;
    }

    // Opens one connection at a time while the relay is being probed, otherwise as many as are allowed.
    private void connectIfAllowed() {
        while (open < relay.breaker().allowed() && connecting < ready.size()) {
            var connection = relay.connection();
            open++;
            connecting++;
            connection.whenCompleteAsync(this::connected, loop);
        }
    }

    private void connected(SmtpConnection connection, Throwable failure) {
        connecting--;
        if (failure == null) {
            idle.push(connection);
            dispatch();
        } else {
            open--;
            var cause = RelayTrouble.root(failure);
            hearer.unreachable(
                    cause instanceof RelayTrouble trouble
                            ? trouble
                            : new RelayTrouble(Failures.toPrograms(cause), false, cause));
        }
    }

    private void send(RenderedMail mail, SmtpConnection connection) {
        underWay++;
        var mayLeave = ledger.mark(mail.delivery()).thenApplyAsync(may -> may, loop);
        connection.send(mail.envelope(), mail.message(), mayLeave).whenComplete((outcome, failure) -> {
            // Without a reported outcome, nobody can tell whether the mail left.
            ended(mail, connection, failure == null ? outcome : SmtpResult.lost(true, failure));
            dispatch();
        });
    }

    // Frees the connection before notifying any listener, so that no listener can block it.
    private void ended(RenderedMail mail, SmtpConnection connection, SmtpResult outcome) {
        underWay--;
        if (connection.usable()) {
            idle.push(connection);
        } else {
            retire(connection);
        }
        try {
            var delivery = mail.delivery();
            var attempt = new RefusalStreak.Attempt(
                    delivery.id(), mail.envelope().to(), delivery.attempts() > 0, () -> hearer.reopen(mail, outcome));
            var heard = relay.refusals().heard(attempt, outcome);
            heard.reopened().forEach(Runnable::run);
            hearer.outcome(mail, heard.outcome());
        } catch (RuntimeException | Error e) {
            FatalErrors.endProgramAfter(e);
            LogFields.of(
                    mail.delivery(),
                    () -> Log.errorf(
                            e,
                            "The end of delivery %d was not told.",
                            mail.delivery().id()));
        }
    }

    private void retire(SmtpConnection connection) {
        open--;
        try {
            connection.close();
        } catch (RuntimeException e) {
            Log.debugf("A connection was gone already: %s", e);
        }
    }

    private void closeIdle() {
        while (!idle.isEmpty()
                && (idle.peekLast().idleFor(KEPT_IDLE) || !idle.peekLast().usable())) {
            retire(idle.removeLast());
        }
    }
}
