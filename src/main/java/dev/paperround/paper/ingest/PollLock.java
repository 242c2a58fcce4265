package dev.paperround.paper.ingest;

import dev.paperround.database.Sql;
import dev.paperround.database.UncheckedSqlException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Allows one poll per source at a time across all instances. The lock belongs to a database session, so no transaction
 * stays open during a poll, and an instance that crashes releases it.
 */
@ApplicationScoped
class PollLock {
    private static final String TIMED_OUT = "55P03";

    @Inject
    Sql sql;

    // Returns empty if another poll holds the lock for longer than the wait.
    <T> Optional<T> with(String source, Duration wait, Supplier<T> work) {
        return sql.onOneConnection(session -> {
            if (!acquire(session, source, wait)) {
                return Optional.<T>empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                lock(session, "select pg_advisory_unlock(hashtextextended(?, 0))", source);
            }
        });
    }

    private static boolean acquire(Sql session, String source, Duration wait) {
        if (wait.isZero()) {
            return lock(session, "select pg_try_advisory_lock(hashtextextended(?, 0))", source);
        }
        try {
            session.execute("set lock_timeout = " + wait.toMillis());
            return lock(session, "select pg_advisory_lock(hashtextextended(?, 0)) is not null", source);
        } catch (UncheckedSqlException e) {
            if (TIMED_OUT.equals(e.getCause().getSQLState())) {
                return false;
            }
            throw e;
        } finally {
            session.execute("reset lock_timeout");
        }
    }

    private static boolean lock(Sql session, String statement, String source) {
        return session.one(statement, row -> row.getBoolean(1), "poll of " + source);
    }
}
