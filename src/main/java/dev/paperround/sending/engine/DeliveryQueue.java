package dev.paperround.sending.engine;

import dev.paperround.i18n.Message;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.transport.OutgoingMessage;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportResult.Verdict;
import dev.paperround.transport.Transports;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Tracks every leased delivery until the ledger has its result or has taken it back. Deliveries to be released wait
 * here for the thread that leases.
 */
@Singleton
class DeliveryQueue implements MailRenderers.Desk, Dispatcher.Hearer {
    private final Map<Class<? extends OutgoingMessage>, MessageKind> kinds = new HashMap<>();
    private final AtomicInteger held = new AtomicInteger();
    private final Semaphore change = new Semaphore(0);
    private volatile int few;
    private final BlockingQueue<LeasedDelivery> unwanted = new LinkedBlockingQueue<>();
    private final DeliveryRecorder recorder;
    private volatile boolean closed;

    @Inject
    DeliveryQueue(Transports transports, RateLimiter rate, DeliveryRecorder recorder) {
        this.recorder = recorder;
        transports.byKind().forEach((kind, all) -> kinds.put(kind, new MessageKind(all, rate, recorder::mark, this)));
    }

    void leased(Collection<LeasedDelivery> deliveries) {
        held.addAndGet(deliveries.size());
        recorder.leased(deliveries);
    }

    int held() {
        return held.get();
    }

    // Until the queue is opened again, rendered mails are released instead of queued.
    void close() {
        closed = true;
        putBack(takeOut(any -> true));
    }

    // Mails of a kind that cannot leave would otherwise fill the queue and keep the other kinds from leaving.
    void open() {
        closed = false;
        if (kinds.size() > 1) {
            kinds.values().stream()
                    .filter(kind -> !kind.isAvailable())
                    .forEach(kind -> kind.ready.takeOut(any -> true).forEach(this::setAside));
        }
    }

    private void setAside(LeasedDelivery delivery) {
        recorder.unavailable(delivery, this::gone);
    }

    // Only mail that is already in flight still leaves for this send.
    void dropSend(long send) {
        putBack(takeOut(delivery -> delivery.send() == send));
    }

    private List<LeasedDelivery> takeOut(Predicate<LeasedDelivery> which) {
        var out = new ArrayList<LeasedDelivery>();
        kinds.values().forEach(kind -> out.addAll(kind.ready.takeOut(which)));
        return out;
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
        recorder.givenBack(deliveries);
        gone(deliveries.size());
    }

    private void gone() {
        gone(1);
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
        var kind = kinds.get(mail.message().getClass());
        if (kind == null) {
            throw new IllegalStateException(
                    "There is no transport for " + mail.message().getClass());
        }
        kind.ready.add(mail);
        if (closed) {
            putBack(takeOut(any -> true));
        }
        kind.wake();
    }

    @Override
    public void skipped(LeasedDelivery delivery, NoMailReason reason) {
        recorder.skipped(delivery, reason, this::gone);
    }

    @Override
    public void failed(LeasedDelivery delivery, Throwable failure) {
        recorder.notWritten(delivery, failure, this::gone);
    }

    @Override
    public void result(RenderedMail mail, TransportResult result) {
        if (result.verdict() == Verdict.WITHHELD) {
            // The send is paused or our leases are lost, so the other waiting mails would be held back as well.
            putBack(List.of(mail.delivery()));
            dropSend(mail.delivery().send());
        } else {
            recorder.record(mail, result, this::gone);
        }
    }

    @Override
    public void reopen(RenderedMail mail, TransportResult result) {
        recorder.reopen(mail, result);
    }

    @Override
    public void unreachable(Message trouble) {
        Log.warnf("No digest can leave for now. %s", trouble);
        change.release();
    }
}
