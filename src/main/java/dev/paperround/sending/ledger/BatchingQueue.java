package dev.paperround.sending.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Queue with a single reader, which wakes up once enough entries are waiting instead of at every entry. */
final class BatchingQueue<E> {
    private static final int NOBODY_WAITS = Integer.MAX_VALUE;

    private final Queue<E> entries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile Thread reader;
    private volatile int wanted = NOBODY_WAITS;

    void add(E entry) {
        entries.add(entry);
        if (size.incrementAndGet() >= wanted) {
            LockSupport.unpark(reader);
        }
    }

    boolean await(int wanted, long nanoseconds) throws InterruptedException {
        var end = System.nanoTime() + nanoseconds;
        reader = Thread.currentThread();
        this.wanted = wanted;
        try {
            var left = nanoseconds;
            while (size.get() < wanted && left > 0) {
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                left = end - System.nanoTime();
            }
            return size.get() >= wanted;
        } finally {
            this.wanted = NOBODY_WAITS;
        }
    }

    List<E> take(int most) {
        var taken = new ArrayList<E>(Math.min(most, size.get()));
        while (taken.size() < most) {
            var entry = entries.poll();
            if (entry == null) {
                break;
            }
            taken.add(entry);
        }
        size.addAndGet(-taken.size());
        return taken;
    }
}
