package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every migration keeps the rows that are there. */
class SchemaChangesTest {
    private static final String TABLES = """
            select relname from pg_class where relkind in ('r', 'p') and not relispartition
            and relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history' order by 1""";

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    static List<Integer> versions() {
        return OldSchema.VERSIONS.subList(0, OldSchema.VERSIONS.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void noRowIsLostOnTheWayToTheNewestVersion(int version) throws SQLException {
        var schema = OldSchema.filled(postgres, version);
        var before = rows(schema);
        assertThat(before.values()).as("every table has rows").doesNotContain("0");

        schema.migrate(OldSchema.NEWEST);

        assertThat(rows(schema)).containsAllEntriesOf(before);
        if (version >= 2) {
            assertThat(schema.texts(
                            "select string_agg(query, '; ' order by position) from filter group by subscriber_id"))
                    .hasSize(9)
                    .containsOnly("herons -\"storks\"", "herons -\"storks\"; cars");
            assertThat(schema.texts(
                            "select distinct concat_ws(' ', frequency, send_at, time_zone, max_papers, language)"
                                    + " from subscriber"))
                    .containsExactly("DAILY 07:30:00 Europe/Paris 7 en");
        }
        if (version >= 3) {
            assertThat(
                            schema.texts(
                                    "select split_part(s.email, '@', 1) from delivery d"
                                            + " join subscriber s on s.id = d.subscriber_id where upper(split_part(s.email, '@', 1)) = d.state"))
                    .contains("sent", "planned", "retry", "rejected", "unknown", "skipped");
            assertThat(schema.texts("select pending + retrying + sent + rejected + skipped + unknown from send_count"))
                    .containsExactly("8");
        }
    }

    private static Map<String, String> rows(OldSchema schema) throws SQLException {
        var rows = new TreeMap<String, String>();
        for (var table : schema.texts(TABLES)) {
            rows.put(table, schema.texts("select count(*) from " + table).get(0));
        }
        return rows;
    }
}
