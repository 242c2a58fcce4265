package dev.paperround.paper.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperround.paper.source.Rejection;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class IngestRecords {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int REJECTIONS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    record Ended(
            long id,
            String source,
            IngestReport report,
            Instant startedAt,
            Instant endedAt,
            Optional<String> error,
            Optional<String> warning) {
        boolean changedNothing() {
            return report.added() + report.updated() + report.rejected().size() == 0;
        }
    }

    public List<IngestRecord> newest(Optional<String> source, Optional<LocalDate> day, int limit) {
        String sql = """
                select * from ingest
                where (cast(? as text) is null or source = ? or starts_with(source, cast(? as text) || ':')) and (cast(? as date) is null or day = ?)
                order by last_at desc, id desc
                limit ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(
                    statement,
                    source.orElse(null),
                    source.orElse(null),
                    source.orElse(null),
                    day.orElse(null),
                    day.orElse(null),
                    limit);
            List<IngestRecord> records = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(read(row));
                }
            }
            return records;
        } catch (SQLException e) {
            throw new IllegalStateException("the records of ingests could not be read", e);
        }
    }

    public Optional<LocalDate> newestDayWithPapers(String source) {
        String sql = "select max(day) as day from ingest where source = ? and received > rejected";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, source);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getObject("day", LocalDate.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the records of ingests could not be read", e);
        }
    }

    PaperIngest.Origin origin(String source) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select nextval(pg_get_serial_sequence('ingest', 'id'))");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new PaperIngest.Origin(row.getLong(1), source);
        } catch (SQLException e) {
            throw new IllegalStateException("an ingest could not be numbered", e);
        }
    }

    // A poll that finds nothing new, like the poll before it, only raises the count in that row.
    @Transactional
    void keep(Ended ended, boolean repeated) {
        try (Connection connection = database.getConnection()) {
            prune(connection, ended.endedAt());
            if (!repeated || !ended.changedNothing() || !countAgain(connection, ended)) {
                insert(connection, ended);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the record of an ingest could not be stored", e);
        }
    }

    private static boolean countAgain(Connection connection, Ended ended) throws SQLException {
        String sql = """
                update ingest set times = times + 1, last_at = ?, duration_millis = ?
                where id = (select max(id) from ingest where source = ? and day = ?)
                    and added = 0 and updated = 0 and rejected = 0 and received = ?
                    and error is not distinct from ? and warning is not distinct from ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(
                    statement,
                    ended.endedAt(),
                    millis(ended),
                    ended.source(),
                    ended.report().day(),
                    ended.report().received(),
                    ended.error().orElse(null),
                    ended.warning().orElse(null));
            return statement.executeUpdate() > 0;
        }
    }

    private static void insert(Connection connection, Ended ended) throws SQLException {
        String sql = """
                insert into ingest (id, source, day, started_at, last_at, duration_millis, received, added, updated, unchanged,
                    rejected, rejections, error, warning)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
                """;
        IngestReport report = ended.report();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(
                    statement,
                    ended.id(),
                    ended.source(),
                    report.day(),
                    ended.startedAt(),
                    ended.endedAt(),
                    millis(ended),
                    report.received(),
                    report.added(),
                    report.updated(),
                    report.unchanged(),
                    report.rejected().size(),
                    JSON.writeValueAsString(
                            report.rejected().stream().limit(REJECTIONS).toList()),
                    ended.error().orElse(null),
                    ended.warning().orElse(null));
            statement.executeUpdate();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void prune(Connection connection, Instant now) throws SQLException {
        String sql = """
                with old as (delete from ingest where last_at < ? returning id),
                known as (delete from ingest_paper where ingest_id in (select id from old) returning paper_id, day)
                insert into ingest_paper (ingest_id, paper_id, day, source) select distinct 0, paper_id, day, '' from known
                on conflict do nothing
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, now.minus(KEPT));
            statement.executeUpdate();
        }
    }

    private static long millis(Ended ended) {
        return Math.max(0, Duration.between(ended.startedAt(), ended.endedAt()).toMillis());
    }

    private static IngestRecord read(ResultSet row) throws SQLException {
        return new IngestRecord(
                row.getLong("id"),
                row.getString("source"),
                row.getObject("day", LocalDate.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("duration_millis") / 1000.0,
                row.getInt("received"),
                row.getInt("added"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("rejected"),
                rejections(row.getString("rejections")),
                row.getString("error"),
                row.getString("warning"),
                row.getInt("times"),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("undone_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    private static List<Rejection> rejections(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
