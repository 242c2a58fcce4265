package dev.paperround.sending.ledger;

import dev.paperround.database.Sql;
import dev.paperround.database.Sql.RowReader;
import dev.paperround.database.UncheckedSqlException;
import dev.paperround.health.Backoff;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

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

    public <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
        return work(open -> open.query(sql, reader, values));
    }

    public <T> T one(String sql, RowReader<T> reader, Object... values) {
        return work(open -> open.one(sql, reader, values));
    }

    public int execute(String sql, Object... values) {
        return work(open -> open.execute(sql, values));
    }

    public <T> T transaction(Function<Sql, T> work) {
        return work(open -> open.inTransaction(work));
    }

    // A failure may have broken the connection, so the next call opens another.
    private <T> T work(Function<Sql, T> work) {
        try {
            return work.apply(new Sql(opened()));
        } catch (RuntimeException e) {
            abandon(e);
            throw e;
        }
    }

    private Connection opened() {
        if (connection == null) {
            connection = fresh();
        }
        return connection;
    }

    private Connection fresh() {
        try {
            var fresh = database.getConnection();
            try {
                new Sql(fresh).execute(PLANS);
                return fresh;
            } catch (RuntimeException e) {
                fresh.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    private void abandon(RuntimeException reason) {
        try {
            close();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try (var leaving = connection) {
            connection = null;
            if (!leaving.getAutoCommit()) {
                leaving.rollback();
                leaving.setAutoCommit(true);
            }
            new Sql(leaving).execute("reset all");
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }
}
