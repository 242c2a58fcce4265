package dev.paperround.subscriber.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.Session;

/** Keeps rate limits in the database, so that all instances share them. Checking and taking need a single statement. */
@ApplicationScoped
class RequestBuckets {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SHOW_PLACES = 256;
    private static final int MOST_PER_HOUR = 1_000_000_000;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    boolean takes(String name, String subject, int perHour) {
        var now = clock.instant();
        var step = untilNext(perHour);
        return entityManager
                        .unwrap(Session.class)
                        .createNativeMutationQuery("""
                                insert into request_bucket as known (name, subject, empty_at)
                                values (:name, :subject, :first)
                                on conflict (name, subject) do update
                                set empty_at = greatest(known.empty_at, cast(:now as timestamptz))
                                               + cast(:step as bigint) * interval '1 microsecond'
                                where greatest(known.empty_at, cast(:now as timestamptz))
                                      + cast(:step as bigint) * interval '1 microsecond' <= :full""")
                        .setParameter("name", name)
                        .setParameter("subject", subject)
                        .setParameter("now", now)
                        .setParameter("first", now.plus(step))
                        .setParameter("step", step.toNanos() / 1000)
                        .setParameter("full", now.plus(HOUR))
                        .executeUpdate()
                > 0;
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
        return entityManager
                .unwrap(Session.class)
                .createNativeMutationQuery("delete from request_bucket where empty_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
