package dev.paperround.paper;

import dev.paperround.paper.source.ThrottledHttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes at once, and what was waited. */
public final class RecordedSleeps {
    public final List<Duration> taken = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    public final Clock clock = new Clock() {
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
            return Clock.fixed(now, zone);
        }
    };

    public RecordedSleeps(String now) {
        this.now = Instant.parse(now);
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    public ThrottledHttpClient http(Duration patience, Duration gap) {
        return new ThrottledHttpClient("https://papers.example.org", patience, gap, clock, duration -> {
            taken.add(duration);
            advance(duration);
        });
    }
}
