package dev.paperround.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RateLimiterTest {
    private static final long SECOND = 1_000_000_000;

    @Property(tries = 200)
    void noSecondSeesMoreThanTheRateAllowsAndNoneIsWasted(
            @ForAll @IntRange(min = 1, max = 2000) int rate, @ForAll @IntRange(min = 0, max = 5_000_000) int late) {
        var now = new AtomicLong();
        var turns = new ArrayList<Long>();
        var bucket = new RateLimiter(rate, now::get);
        while (now.get() < 4 * SECOND) {
            var wait = bucket.nanosToWait();
            if (wait == 0) {
                bucket.takeTurn();
                turns.add(now.get());
            }
            now.addAndGet(wait + (wait > 0 ? late : 0));
        }
        var inOneSecond =
                turns.stream().filter(it -> it >= SECOND && it < 2 * SECOND).count();
        assertThat(inOneSecond).isLessThanOrEqualTo(rate + rate / 40 + 2);
        assertThat(turns.size()).isGreaterThanOrEqualTo((int) (rate * 3.8));
    }
}
