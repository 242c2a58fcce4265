package dev.paperround.paper.ingest;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    AgroalDataSource database;

    // Returns empty if another poll holds the lock for longer than the wait.
    <T> Optional<T> with(String source, Duration wait, Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            if (!acquire(connection, source, wait)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                lock(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", source);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of the source " + source + " failed", e);
        }
    }

    private static boolean acquire(Connection connection, String source, Duration wait) throws SQLException {
        if (wait.isZero()) {
            return lock(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", source);
        }
        try {
            execute(connection, "set lock_timeout = " + wait.toMillis());
            lock(connection, "select pg_advisory_lock(hashtextextended(?, 0)) is not null", source);
            return true;
        } catch (SQLException e) {
            if (TIMED_OUT.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        } finally {
            execute(connection, "reset lock_timeout");
        }
    }

    private static boolean lock(Connection connection, String sql, String source) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "poll of " + source);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
