package dev.paperround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.EmptyHouse;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tick reads who is due, and nobody else. */
@QuarkusTest
class DueSubscribersTest extends EmptyHouse {
    @Inject
    AgroalDataSource database;

    @BeforeEach
    void manyOfWhomFewAreDue() {
        house.sql("""
                insert into subscriber (email, email_key, state, frequency, weekday, send_at, time_zone, max_papers,
                                        created_at, confirmed_at, next_due_at)
                select n || '@many.example', n || '@many.example', 'ACTIVE', 'DAILY', 'MONDAY', '08:00', 'UTC', 20,
                       now(), now(), timestamptz '2026-11-18T08:00:00Z' + n * interval '1 second'
                from generate_series(1, 20000) n""");
        house.sql(
                "insert into filter (subscriber_id, position, name, query) select id, 0, '', 'kites' from subscriber");
        house.sql("analyze subscriber, filter");
    }

    @AfterEach
    void empty() {
        house.empty();
        house.sql("analyze subscriber, filter");
    }

    @Test
    void theClaimWalksTheIndexOfWhoIsDueAndReadsNobodyElse() {
        var plan = explain(DueMembers.CLAIM
                .replaceFirst("\\?", "timestamptz '2026-11-18T08:00:40Z'")
                .replaceFirst("\\?", "timestamptz '1970-01-01T00:00:00Z'")
                .replaceFirst("\\?", "0")
                .replaceFirst("\\?", "500"));

        assertThat(plan)
                .anyMatch(line -> line.contains("Index Scan using ix_subscriber_due"))
                .anyMatch(line -> line.contains("actual rows=40") || line.contains("rows=40.00"))
                .noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort Key: s."));
    }

    private List<String> explain(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("explain (analyze, timing off) " + sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
