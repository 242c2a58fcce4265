package dev.paperround.paper.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

@ApplicationScoped
class PollTimes {
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    @Inject
    Clock clock;

    @Transactional
    boolean isDue(String source, Duration every) {
        SourcePoll last = SourcePoll.findById(source);
        if (last == null) {
            return true;
        }
        Duration wait = last.failed && every.compareTo(AFTER_FAILURE) > 0 ? AFTER_FAILURE : every;
        Instant now = clock.instant();
        // A time in the future means that the clock has been set back.
        return last.polledAt.isAfter(now) || !last.polledAt.plus(wait).isAfter(now);
    }

    @Transactional
    void polled(String source, boolean failed) {
        SourcePoll last = SourcePoll.findById(source);
        SourcePoll poll = last == null ? new SourcePoll() : last;
        poll.source = source;
        poll.polledAt = clock.instant();
        poll.failed = failed;
        poll.persist();
    }
}
