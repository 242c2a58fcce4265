package dev.paperround.paper.ingest;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

@ApplicationScoped
class PollTimes {
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    boolean isDue(String source, Duration every) {
        String sql = "select polled_at, failed from source_poll where source = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, source);
            try (ResultSet row = statement.executeQuery()) {
                return !row.next() || isDue(row, every);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the last poll of " + source + " could not be read", e);
        }
    }

    private boolean isDue(ResultSet row, Duration every) throws SQLException {
        Instant polledAt = row.getObject("polled_at", OffsetDateTime.class).toInstant();
        Duration wait = row.getBoolean("failed") && every.compareTo(AFTER_FAILURE) > 0 ? AFTER_FAILURE : every;
        Instant now = clock.instant();
        // A time in the future means that the clock has been set back.
        return polledAt.isAfter(now) || !polledAt.plus(wait).isAfter(now);
    }

    void polled(String source, boolean failed) {
        String sql = """
                insert into source_poll (source, polled_at, failed) values (?, ?, ?)
                on conflict (source) do update set polled_at = excluded.polled_at, failed = excluded.failed
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, source);
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setBoolean(3, failed);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the poll of " + source + " could not be noted", e);
        }
    }
}
