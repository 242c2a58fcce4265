package dev.paperround.subscriber.signup;

import dev.paperround.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Keeps rate limits in the database, so that all instances share them. Checking and taking need a single statement. */
@ApplicationScoped
class RequestBuckets {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SHOW_PLACES = 256;
    private static final int MOST_PER_HOUR = 1_000_000_000;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    boolean takes(String name, String subject, int perHour) {
        var now = clock.instant();
        var step = untilNext(perHour);
        var changed = sql.execute(
                """
                insert into request_bucket as known (name, subject, empty_at) values (?, ?, ?)
                on conflict (name, subject) do update
                set empty_at = greatest(known.empty_at, ?) + ? * interval '1 microsecond'
                where greatest(known.empty_at, ?) + ? * interval '1 microsecond' <= ?""",
                name,
                subject,
                now.plus(step),
                now,
                step.toNanos() / 1000,
                now,
                step.toNanos() / 1000,
                now.plus(HOUR));
        return changed > 0;
    }

    // The writes go to one of several rows, so that requests do not wait for each other.
    void writeForShow() {
        takes("show", "" + ThreadLocalRandom.current().nextInt(SHOW_PLACES), MOST_PER_HOUR);
    }

    // A full bucket takes one more after at most this time.
    static Duration untilNext(int perHour) {
        return Duration.ofNanos(HOUR.toNanos() / 1000 / perHour * 1000);
    }

    int purge() {
        return sql.execute("delete from request_bucket where empty_at <= ?", clock.instant());
    }
}
