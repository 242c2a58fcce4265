package dev.paperround.delivery;

import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Spaces mails evenly where a rate is set. */
@Singleton
class Rate {
    private final long nanosAMail;
    private long next = System.nanoTime();

    Rate(DeliverySettings settings) {
        nanosAMail = settings.rate()
                .map(rate -> (long) (TimeUnit.SECONDS.toNanos(1) / rate))
                .orElse(0L);
    }

    void await() {
        if (nanosAMail > 0) {
            var turn = turn();
            while (turn - System.nanoTime() > 0) {
                LockSupport.parkNanos(turn - System.nanoTime());
            }
        }
    }

    private synchronized long turn() {
        next = Math.max(next + nanosAMail, System.nanoTime());
        return next;
    }
}
