package dev.paperround.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Spaces mails evenly where a rate is set; a moment missed is made up for, but no more than that. */
@Singleton
class Rate {
    private static final long MADE_UP_FOR = TimeUnit.MILLISECONDS.toNanos(20);

    private final long nanosAMail;
    private final LongSupplier nanoTime;
    private long next;

    @Inject
    Rate(DeliverySettings settings) {
        this(settings.rate().orElse(0.0), System::nanoTime);
    }

    Rate(double mailsASecond, LongSupplier nanoTime) {
        this.nanosAMail = mailsASecond > 0 ? (long) (TimeUnit.SECONDS.toNanos(1) / mailsASecond) : 0;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /** Zero: the turn is taken. Else how long to wait before asking again. */
    synchronized long nanosToWait() {
        if (nanosAMail == 0) {
            return 0;
        }
        var now = nanoTime.getAsLong();
        if (next - now > 0) {
            return next - now;
        }
        next = Math.max(next, now - MADE_UP_FOR) + nanosAMail;
        return 0;
    }

    /** How many mails are worth having ready. */
    int ahead(int otherwise) {
        return nanosAMail == 0
                ? otherwise
                : (int) Math.max(2, Math.min(otherwise, TimeUnit.SECONDS.toNanos(2) / nanosAMail));
    }
}
