package dev.paperround.health;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Doubles the wait with each failure, up to the longest. A spread of 0.2 varies it by up to 20 percent, so that those
 * that failed together do not retry together.
 */
public record Backoff(Duration first, Duration longest, double spread) {
    public Backoff(Duration first, Duration longest) {
        this(first, longest, 0);
    }

    public Backoff {
        longest = longest.compareTo(first) < 0 ? first : longest;
    }

    /** Returns the wait after so many earlier failures: {@code first} after none. */
    public Duration after(int failures) {
        var wait = first;
        for (var doublings = 0; doublings < failures && wait.compareTo(longest) < 0; doublings++) {
            wait = wait.multipliedBy(2);
        }
        wait = wait.compareTo(longest) < 0 ? wait : longest;
        return spread == 0
                ? wait
                : Duration.ofMillis(
                        (long) (wait.toMillis() * ThreadLocalRandom.current().nextDouble(1 - spread, 1 + spread)));
    }

    public void sleepAfter(int failures) throws InterruptedException {
        Thread.sleep(after(failures).toMillis());
    }
}
