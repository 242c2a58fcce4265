package dev.paperround.transport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Spaces mails evenly if a rate is set. At most one missed turn is made up for. */
@Singleton
public class RateLimiter {
    public static final RateLimiter UNLIMITED = new RateLimiter(0, System::nanoTime);

    private static final long MADE_UP_FOR = TimeUnit.MILLISECONDS.toNanos(20);

    private final long nanosAMail;
    private final LongSupplier nanoTime;
    private long next;

    @Inject
    public RateLimiter(DeliverySettings settings) {
        this(settings.rate().orElse(0.0), System::nanoTime);
    }

    public RateLimiter(double mailsASecond, LongSupplier nanoTime) {
        this.nanosAMail = mailsASecond > 0 ? (long) (TimeUnit.SECONDS.toNanos(1) / mailsASecond) : 0;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    public static RateLimiter of(double mailsASecond) {
        return new RateLimiter(mailsASecond, System::nanoTime);
    }

    /** Returns 0 if a mail may be sent now, or else the nanoseconds to wait before asking again. */
    public synchronized long nanosToWait() {
        return nanosAMail == 0 ? 0 : Math.max(0, next - nanoTime.getAsLong());
    }

    public synchronized void takeTurn() {
        if (nanosAMail > 0) {
            next = Math.max(next, nanoTime.getAsLong() - MADE_UP_FOR) + nanosAMail;
        }
    }

    public int ahead(int otherwise) {
        return nanosAMail == 0
                ? otherwise
                : (int) Math.max(2, Math.min(otherwise, TimeUnit.SECONDS.toNanos(2) / nanosAMail));
    }
}
