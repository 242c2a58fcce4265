package dev.paperround.paper.ingest;

import dev.paperround.paper.PaperColumns;
import dev.paperround.paper.PaperRows;
import dev.paperround.paper.PapersMerged;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class PaperTable {
    // Any number works as long as nothing else in this database uses it as a lock.
    private static final long INGEST_LOCK = 0x7061706572726e64L;

    private final Connection connection;

    PaperTable(Connection connection) {
        this.connection = connection;
    }

    // Ingests run one at a time, because two with the same new paper would both insert it.
    void lock() throws SQLException {
        execute("select pg_advisory_xact_lock(" + INGEST_LOCK + ")");
    }

    boolean hasPapers() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select exists (select from paper)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    boolean withdrawSample() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(
                            "delete from paper_day using paper where paper.id = paper_id and paper.sample")
                    > 0;
        }
    }

    void countRevision() throws SQLException {
        execute("update paper_revision set revision = revision + 1");
    }

    Map<String, Set<MergedPaper>> entries(Collection<String> names) throws SQLException {
        String sql = """
                with known as (select alias, paper_id from paper_alias where alias = any (?))
                select p.*,
                    array(select alias from known where paper_id = p.id) as aliases,
                    array(select day from paper_day where paper_id = p.id) as days
                from paper p
                where p.id in (select paper_id from known)
                """;
        Map<String, Set<MergedPaper>> entries = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    MergedPaper entry = new MergedPaper(
                            row.getLong("id"),
                            row.getString("public_id"),
                            PaperColumns.read(row),
                            row.getBoolean("sample"),
                            PaperRows.days(row));
                    entry.removed = row.getObject("removed_at") != null;
                    PaperRows.array(row, "aliases", String[].class)
                            .forEach(alias -> entries.computeIfAbsent(alias, any -> new LinkedHashSet<>())
                                    .add(entry));
                }
            }
        }
        return entries;
    }

    void move(PapersMerged merged) throws SQLException {
        update("""
                insert into paper_day (paper_id, day, position)
                select ?, day, position from paper_day where paper_id = ?
                on conflict do nothing
                """, merged);
        update("""
                insert into ingest_paper (ingest_id, paper_id, day, source)
                select ingest_id, ?, day, source from ingest_paper where paper_id = ?
                on conflict do nothing
                """, merged);
        update("""
                insert into paper_alias (alias, paper_id) select alias, ? from paper_alias where paper_id = ?
                on conflict do nothing
                """, merged);
    }

    void deletePaper(long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from paper where id = ?")) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    void insert(List<MergedPaper> entries, Instant now) throws SQLException {
        List<Long> ids = nextIds(entries.size());
        String sql = """
                insert into paper (%s, public_id, sample, id, created_at, updated_at)
                values (%s, ?, ?, ?, ?, ?)
                """.formatted(PaperColumns.NAMES, PaperColumns.PLACEHOLDERS);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < entries.size(); i++) {
                MergedPaper entry = entries.get(i);
                entry.id = ids.get(i);
                int next = PaperRows.set(statement, 1, entry.facts);
                statement.setString(next++, entry.publicId);
                statement.setBoolean(next++, entry.sample);
                statement.setLong(next++, entry.id);
                statement.setObject(next++, now.atOffset(ZoneOffset.UTC));
                statement.setObject(next, now.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void update(List<MergedPaper> entries, Instant now) throws SQLException {
        String sql = """
                update paper
                set %s, public_id = ?, sample = ?, removed_at = null, updated_at = ?,
                    abbreviations_read = abbreviations_read and abstract is not distinct from ?
                where id = ?
                """.formatted(PaperColumns.ASSIGNMENTS);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (MergedPaper entry : entries) {
                int next = PaperRows.set(statement, 1, entry.facts);
                statement.setString(next++, entry.publicId);
                statement.setBoolean(next++, entry.sample);
                statement.setObject(next++, now.atOffset(ZoneOffset.UTC));
                statement.setString(next++, entry.facts.abstractText());
                statement.setLong(next, entry.id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void insertNamesAndDays(Collection<MergedPaper> entries) throws SQLException {
        try (PreparedStatement names = connection.prepareStatement(
                        "insert into paper_alias (alias, paper_id) values (?, ?) on conflict do nothing");
                PreparedStatement days = connection.prepareStatement(
                        "insert into paper_day (paper_id, day, position) values (?, ?, ?) on conflict do nothing")) {
            for (MergedPaper entry : entries) {
                for (String name : entry.newNames) {
                    names.setString(1, name);
                    names.setLong(2, entry.id);
                    names.addBatch();
                }
                for (Map.Entry<LocalDate, Integer> day : entry.newDays.entrySet()) {
                    days.setLong(1, entry.id);
                    days.setObject(2, day.getKey());
                    days.setInt(3, day.getValue());
                    days.addBatch();
                }
            }
            names.executeBatch();
            days.executeBatch();
        }
    }

    // A source that is polled repeatedly is recorded only once for each paper and day.
    void insertSource(Collection<MergedPaper> entries, PaperIngest.Origin origin) throws SQLException {
        String sql = """
                insert into ingest_paper (ingest_id, paper_id, day, source)
                select ?, ?, ?, ?
                where ? or not exists (select from ingest_paper where paper_id = ? and day = ? and source = ?)
                on conflict do nothing
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (MergedPaper entry : entries) {
                for (LocalDate day : entry.listed) {
                    statement.setLong(1, origin.ingest());
                    statement.setLong(2, entry.id);
                    statement.setObject(3, day);
                    statement.setString(4, origin.source());
                    statement.setBoolean(5, origin.isHandedOver());
                    statement.setLong(6, entry.id);
                    statement.setObject(7, day);
                    statement.setString(8, origin.source());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private List<Long> nextIds(int count) throws SQLException {
        String sql = "select nextval(pg_get_serial_sequence('paper', 'id')) from generate_series(1, ?)";
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, count);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }

    private void update(String sql, PapersMerged merged) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, merged.keptId());
            statement.setLong(2, merged.goneId());
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
