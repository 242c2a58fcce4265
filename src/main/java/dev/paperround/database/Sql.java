package dev.paperround.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Runs statements whose values are bound in the order of their placeholders. With a data source, each call takes part
 * in the caller's transaction; with a connection, all calls share it and its owner closes it.
 */
@Singleton
public final class Sql {
    private final DataSource database;
    private final Connection connection;

    @Inject
    public Sql(DataSource database) {
        this.database = database;
        this.connection = null;
    }

    public Sql(Connection connection) {
        this.database = null;
        this.connection = connection;
    }

    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<C, T> {
        T on(C open) throws SQLException;
    }

    public <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
        return run(sql, values, statement -> {
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        });
    }

    // Empty if there is no row, or if the reader returns null for the first one.
    public <T> Optional<T> find(String sql, RowReader<T> reader, Object... values) {
        var found = query(sql, reader, values);
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
    }

    // For statements that always return a row, such as counts.
    public <T> T one(String sql, RowReader<T> reader, Object... values) {
        return query(sql, reader, values).get(0);
    }

    // Reads a large result in portions, which PostgreSQL does only within a transaction.
    public <T> void forEach(String sql, int portion, RowReader<T> reader, Consumer<T> action, Object... values) {
        run(sql, values, statement -> {
            statement.setFetchSize(portion);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    action.accept(reader.read(rows));
                }
            }
            return null;
        });
    }

    // Returns the number of rows changed; rows that the statement returns are ignored.
    public int execute(String sql, Object... values) {
        return run(sql, values, statement -> statement.execute() ? 0 : statement.getUpdateCount());
    }

    public <T> void batch(String sql, Collection<T> items, Function<T, Object[]> values) {
        run(sql, new Object[0], statement -> {
            for (var item : items) {
                bind(statement, values.apply(item));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    // Keeps one connection for all statements of the work, as locks of a session need.
    public <T> T onOneConnection(Function<Sql, T> work) {
        return connected(open -> work.apply(new Sql(open)));
    }

    // For connections outside JTA, whose transactions are declared on methods instead.
    public <T> T inTransaction(Function<Sql, T> work) {
        return connected(open -> {
            open.setAutoCommit(false);
            try {
                var result = work.apply(new Sql(open));
                open.commit();
                open.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                undo(open, e);
                throw e;
            }
        });
    }

    private static void undo(Connection open, Throwable failure) {
        try {
            open.rollback();
            open.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
        return List.of(type.cast(row.getArray(column).getArray()));
    }

    private <T> T run(String sql, Object[] values, Work<PreparedStatement, T> work) {
        return connected(open -> {
            try (var statement = open.prepareStatement(sql)) {
                bind(statement, values);
                return work.on(statement);
            }
        });
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            var value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }

    private <T> T connected(Work<Connection, T> work) {
        try {
            if (connection != null) {
                return work.on(connection);
            }
            try (var opened = database.getConnection()) {
                return work.on(opened);
            }
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }
}
