package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What a dump holds, without pg_dump, which the embedded PostgreSQL lacks: the rows of every table at one moment, while the
 * program goes on.
 */
final class DatabaseCopy {
    private static final String TABLES = """
            select c.oid::regclass::text from pg_class c
            where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
              and c.relname <> 'flyway_schema_history' order by 1""";

    private static final String SEQUENCES = """
            select format('select setval(%L, %s)', s.seqrelid::regclass, coalesce(
                pg_sequence_last_value(s.seqrelid), s.seqstart)) from pg_sequence s""";

    private static final String MONTHS = """
            select format('select ensure_delivery_partition(%L)', to_date(right(relname, 7), 'YYYY_MM'))
            from pg_class where relname ~ '^delivery_[0-9]{4}_[0-9]{2}$'""";

    private final Map<String, byte[]> tables = new LinkedHashMap<>();
    private final List<String> statements = new ArrayList<>();

    private DatabaseCopy() {}

    static DatabaseCopy of(Connection source) throws SQLException, IOException {
        var copy = new DatabaseCopy();
        source.setAutoCommit(false);
        source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        copy.statements.addAll(texts(source, MONTHS));
        for (var table : texts(source, TABLES)) {
            var rows = new ByteArrayOutputStream();
            copying(source).copyOut("copy (select * from " + table + ") to stdout", rows);
            copy.tables.put(table, rows.toByteArray());
        }
        copy.statements.addAll(texts(source, SEQUENCES));
        source.rollback();
        return copy;
    }

    /** Into a database without a table. */
    void into(String url, String user) throws SQLException, IOException {
        Flyway.configure().dataSource(url, user, "").load().migrate();
        try (var target = java.sql.DriverManager.getConnection(url, user, "");
                var statement = target.createStatement()) {
            // As pg_restore has it: neither triggers nor references before all rows are there.
            statement.execute("set session_replication_role = replica");
            for (var preparation : statements) {
                statement.execute(preparation);
            }
            statement.execute("truncate " + String.join(", ", tables.keySet()));
            for (var table : tables.entrySet()) {
                copying(target)
                        .copyIn("copy " + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
            }
        }
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static List<String> texts(Connection connection, String select) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            assertThat(texts).isNotEmpty();
            return texts;
        }
    }
}
