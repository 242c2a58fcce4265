package dev.paperround.sending.ledger;

import dev.paperround.health.Backoff;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Connection for the few statements that run thousands of times. They are planned once and only ever use an index,
 * because the table may grow from nothing to a million rows before it has statistics.
 */
public final class LedgerConnection implements AutoCloseable {
    private static final String PLANS = """
            set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off;
            set enable_hashjoin = off; set enable_mergejoin = off; set jit = off""";

    /** Waits between attempts while the database cannot be used. */
    public static final Backoff AGAIN = new Backoff(Duration.ofMillis(125), Duration.ofMillis(500));

    private final AgroalDataSource database;
    private Connection connection;

    public LedgerConnection(AgroalDataSource database) {
        this.database = database;
    }

    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public <T> List<T> query(String sql, Row<T> reader, Object... values) throws SQLException {
        return work(open -> rows(open, sql, reader, values));
    }

    public static <T> List<T> rows(Connection open, String sql, Row<T> reader, Object... values) throws SQLException {
        try (var statement = prepared(open, sql, values);
                var rows = statement.executeQuery()) {
            var results = new ArrayList<T>();
            while (rows.next()) {
                results.add(reader.read(rows));
            }
            return results;
        }
    }

    // A failure may have broken the connection, so the next call opens another.
    public <T> T work(Work<T> work) throws SQLException {
        try {
            return work.on(opened());
        } catch (SQLException | RuntimeException e) {
            abandon(e);
            throw e;
        }
    }

    public <T> T transaction(Work<T> work) throws SQLException {
        return work(open -> {
            open.setAutoCommit(false);
            var result = work.on(open);
            open.commit();
            open.setAutoCommit(true);
            return result;
        });
    }

    public static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private Connection opened() throws SQLException {
        if (connection == null) {
            var fresh = database.getConnection();
            try (var statement = fresh.createStatement()) {
                statement.execute(PLANS);
            } catch (SQLException e) {
                fresh.close();
                throw e;
            }
            connection = fresh;
        }
        return connection;
    }

    private void abandon(Exception reason) {
        try {
            close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection == null) {
            return;
        }
        try (var leaving = connection) {
            connection = null;
            if (!leaving.getAutoCommit()) {
                leaving.rollback();
                leaving.setAutoCommit(true);
            }
            try (var statement = leaving.createStatement()) {
                statement.execute("reset all");
            }
        }
    }
}
