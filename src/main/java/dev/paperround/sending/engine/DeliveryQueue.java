package dev.paperround.sending.engine;

import dev.paperround.health.FatalErrors;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.DeliveryResult;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.sending.ledger.SendLogWriter;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.smtp.RelayTrouble;
import dev.paperround.transport.smtp.Relays;
import dev.paperround.transport.smtp.ReplyClass;
import dev.paperround.transport.smtp.SmtpResult;
import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tracks every claimed delivery until the ledger has its result or has taken it back. Deliveries to be released wait
 * here for the thread that claims.
 */
final class DeliveryQueue implements MailRenderers.Desk, Dispatcher.Hearer {
    private final RenderedMails ready = new RenderedMails();
    private final AtomicInteger held = new AtomicInteger();
    private final Semaphore change = new Semaphore(0);
    private volatile int few;
    private final BlockingQueue<LeasedDelivery> unwanted = new LinkedBlockingQueue<>();
    private final SendLogWriter ledger;
    private final RetryPolicy retryPolicy;
    private final DeliveryMetrics metrics;
    private final BatchTraces traces;
    private final List<Dispatcher> carriers;
    private volatile boolean closed;

    DeliveryQueue(
            Relays relays,
            SendLogWriter ledger,
            RetryPolicy retryPolicy,
            DeliveryMetrics metrics,
            BatchTraces traces,
            RateLimiter rate) {
        this.ledger = ledger;
        this.retryPolicy = retryPolicy;
        this.metrics = metrics;
        this.traces = traces;
        this.carriers = relays.shares().stream()
                .map(share -> new Dispatcher(share, rate, ready, ledger, this))
                .toList();
    }

    void claimed(Collection<LeasedDelivery> deliveries) {
        held.addAndGet(deliveries.size());
        traces.claimed(deliveries);
    }

    int held() {
        return held.get();
    }

    // Until the queue is opened again, rendered mails are released instead of queued.
    void close() {
        closed = true;
        putBack(ready.takeOut(any -> true));
    }

    void open() {
        closed = false;
    }

    // Only mail that is already in flight still leaves for this send.
    void dropSend(long send) {
        putBack(ready.takeOut(delivery -> delivery.send() == send));
    }

    private void putBack(List<LeasedDelivery> deliveries) {
        unwanted.addAll(deliveries);
        change.release();
    }

    // The caller reports these with gone() once they are released.
    List<LeasedDelivery> unwanted() {
        var all = new ArrayList<LeasedDelivery>();
        unwanted.drainTo(all);
        return all;
    }

    void stillUnwanted(List<LeasedDelivery> deliveries) {
        unwanted.addAll(deliveries);
    }

    void gone(List<LeasedDelivery> deliveries) {
        traces.givenBack(deliveries);
        gone(deliveries.size());
    }

    private void gone(int deliveries) {
        if (held.addAndGet(-deliveries) <= few) {
            change.release();
        }
    }

    // Waits until at most this many are held (or none, if there are already that few), until something needs to be
    // released, or until the time is up.
    void awaitChange(int few, long milliseconds) throws InterruptedException {
        this.few = held.get() > few ? few : 0;
        change.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
        change.drainPermits();
    }

    @Override
    public void ready(RenderedMail mail) {
        if (closed) {
            putBack(List.of(mail.delivery()));
            return;
        }
        ready.add(mail);
        if (closed) {
            putBack(ready.takeOut(any -> true));
        }
        carriers.forEach(Dispatcher::wake);
    }

    @Override
    public void skipped(LeasedDelivery delivery, NoMailReason reason) {
        record(DeliveryResult.skipped(delivery, reason));
    }

    @Override
    public void failed(LeasedDelivery delivery, Throwable failure) {
        record(retryPolicy.notWritten(delivery, failure));
    }

    @Override
    public void outcome(RenderedMail mail, SmtpResult outcome) {
        if (outcome.about() == ReplyClass.WITHHELD) {
            // The send is paused or our leases are lost, so the other waiting mails would be held back as well.
            putBack(List.of(mail.delivery()));
            dropSend(mail.delivery().send());
        } else {
            record(retryPolicy.result(mail, outcome));
        }
    }

    @Override
    public void reopen(RenderedMail mail, SmtpResult outcome) {
        ledger.record(retryPolicy.reopened(mail, outcome.aboutUs()));
    }

    @Override
    public void unreachable(RelayTrouble failure) {
        Log.warnf("No digest can leave for now. %s", failure.getMessage());
        change.release();
    }

    private void record(DeliveryResult result) {
        ledger.record(result).whenComplete((recorded, failure) -> {
            try {
                metrics.recorded(result);
                traces.settled(result);
            } catch (RuntimeException | Error e) {
                FatalErrors.endProgramAfter(e);
                Log.error("A result was recorded, and not counted.", e);
            } finally {
                gone(1);
            }
        });
    }
}
