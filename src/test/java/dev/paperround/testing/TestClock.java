package dev.paperround.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The program's clock in tests: the real time, until a test sets another. */
public class TestClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    public synchronized void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }

    public synchronized void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    public synchronized void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    static class Producer {
        private final TestClock clock = new TestClock();

        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        TestClock clock() {
            return clock;
        }
    }
}
