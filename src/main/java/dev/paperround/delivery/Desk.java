package dev.paperround.delivery;

import dev.paperround.problem.FatalErrors;
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
 * Where every claimed delivery is until the ledger has its result, or has it back. What is only claimed waits to be given
 * back by the thread that claims.
 */
final class Desk implements MailWriters.Desk, Carrier.Hearer {
    private final ReadyMails ready = new ReadyMails();
    private final AtomicInteger held = new AtomicInteger();
    private final Semaphore change = new Semaphore(0);
    private volatile int few;
    private final BlockingQueue<Claimed> unwanted = new LinkedBlockingQueue<>();
    private final GroupCommit ledger;
    private final Judge judge;
    private final Tally tally;
    private final BatchTraces traces;
    private final List<Carrier> carriers;
    private volatile boolean closed;

    Desk(Relays relays, GroupCommit ledger, Judge judge, Tally tally, BatchTraces traces, Rate rate) {
        this.ledger = ledger;
        this.judge = judge;
        this.tally = tally;
        this.traces = traces;
        this.carriers = relays.shares().stream()
                .map(share -> new Carrier(share, rate, ready, ledger, this))
                .toList();
    }

    void claimed(Collection<Claimed> deliveries) {
        held.addAndGet(deliveries.size());
        traces.claimed(deliveries);
    }

    int held() {
        return held.get();
    }

    /** From now on what is written goes back, until it is opened again. */
    void close() {
        closed = true;
        putBack(ready.takeOut(any -> true));
    }

    void open() {
        closed = false;
    }

    /** Nothing more of this send leaves but what is under way. */
    void dropSend(long send) {
        putBack(ready.takeOut(delivery -> delivery.send() == send));
    }

    private void putBack(List<Claimed> deliveries) {
        unwanted.addAll(deliveries);
        change.release();
    }

    /** What is to be released; the caller says {@link #gone} once it is. */
    List<Claimed> unwanted() {
        var all = new ArrayList<Claimed>();
        unwanted.drainTo(all);
        return all;
    }

    void stillUnwanted(List<Claimed> deliveries) {
        unwanted.addAll(deliveries);
    }

    void gone(List<Claimed> deliveries) {
        traces.givenBack(deliveries);
        gone(deliveries.size());
    }

    private void gone(int deliveries) {
        if (held.addAndGet(-deliveries) <= few) {
            change.release();
        }
    }

    /**
     * Until no more than {@code few} are held, or none where it is as few already, or something is to be given back, or
     * the time is over.
     */
    void awaitChange(int few, long milliseconds) throws InterruptedException {
        this.few = held.get() > few ? few : 0;
        change.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
        change.drainPermits();
    }

    @Override
    public void ready(ReadyMail mail) {
        if (closed) {
            putBack(List.of(mail.delivery()));
            return;
        }
        ready.add(mail);
        if (closed) {
            putBack(ready.takeOut(any -> true));
        }
        carriers.forEach(Carrier::wake);
    }

    @Override
    public void skipped(Claimed delivery, Reason reason) {
        record(Result.skipped(delivery, reason));
    }

    @Override
    public void failed(Claimed delivery, Throwable failure) {
        record(judge.notWritten(delivery, failure));
    }

    @Override
    public void outcome(ReadyMail mail, Outcome outcome) {
        if (outcome.about() == ReplyClass.WITHHELD) {
            // The send is paused or our leases are lost: then the others that wait would only be kept back as well.
            putBack(List.of(mail.delivery()));
            dropSend(mail.delivery().send());
        } else {
            record(judge.result(mail, outcome));
        }
    }

    @Override
    public void reopen(ReadyMail mail, Outcome outcome) {
        ledger.record(judge.reopened(mail, outcome.aboutUs()));
    }

    @Override
    public void unreachable(RelayTrouble failure) {
        Log.warnf("No digest can leave for now. %s", failure.getMessage());
        change.release();
    }

    private void record(Result result) {
        ledger.record(result).whenComplete((recorded, failure) -> {
            try {
                tally.recorded(result);
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
