package dev.paperround.paper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes at once, and what was waited. */
final class Waits {
    final List<Duration> taken = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };

    Waits(String now) {
        this.now = Instant.parse(now);
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    PoliteHttp http(Duration patience, Duration gap) {
        return new PoliteHttp("https://papers.example.org", patience, gap, clock, duration -> {
            taken.add(duration);
            advance(duration);
        });
    }
}
