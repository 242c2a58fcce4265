package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each migration does to the rows that are there, and to the version before it, whose statements are to go on working. */
class SchemaChangesTest {
    private static final String TABLES = """
            select relname from pg_class where relkind in ('r', 'p') and not relispartition
            and relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history' order by 1""";

    private static final String COLUMNS = """
            select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                   || case when a.attnotnull and not a.atthasdef and a.attidentity = '' then ' required' else '' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
              and a.attnum > 0 and not a.attisdropped and c.relname <> 'flyway_schema_history' order by 1""";

    /** Which refuse rows. Not what a column requires by itself, which PostgreSQL 18 lists as well. */
    private static final String CONSTRAINTS = """
            select c.relname || ': ' || pg_get_constraintdef(k.oid) from pg_constraint k join pg_class c on c.oid = k.conrelid
            where not c.relispartition and k.contype in ('c', 'u', 'p', 'f', 'x') and k.connamespace = 'public'::regnamespace
            order by 1""";

    /** What the version before may trip over; deploy/OPERATIONS.md tells why, and what to do. */
    private static final Map<Integer, List<String>> BREAKING = Map.of(
            6,
            List.of(
                    "gone: delivery.lease_until timestamp with time zone",
                    "new: delivery: CHECK ((state = ANY (ARRAY['PLANNED'::text, 'LEASED'::text, 'SENT'::text, 'RETRY'::text,"
                            + " 'REJECTED'::text, 'SKIPPED'::text, 'UNKNOWN'::text])))"));

    /** New constraints of old tables that let through whatever the version before writes. */
    private static final List<String> HARMLESS = List.of(
            "new: consent: CHECK ((way = ANY (ARRAY['SIGNED_UP'::text, 'CONFIRMED'::text, 'IMPORTED'::text, 'RESUMED'::text,"
                    + " 'WITHDRAWN'::text])))",
            "new: delivery: UNIQUE (subscriber_id, send_id, created_on)",
            "new: mail_request: CHECK ((kind = ANY (ARRAY['SIGN_UP'::text, 'LINK'::text, 'GOODBYE'::text])))",
            // It lets through whatever the shorter key did.
            "new: paper_alias: PRIMARY KEY (alias, paper_id)",
            // On a column that the version before does not know, and leaves at its default.
            "new: send: CHECK ((paused_from = ANY (ARRAY['PLANNING'::text, 'SENDING'::text])))",
            "new: subscriber: CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'zh'::text])))");

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

    @Test
    void theVersionBeforeGoesOnWorkingWithEachSchemaButThoseThatAreListed() throws SQLException {
        var schema = OldSchema.empty(postgres, 1);
        var found = new TreeMap<Integer, List<String>>();
        for (var version : OldSchema.VERSIONS.subList(1, OldSchema.VERSIONS.size())) {
            var before = shape(schema);
            schema.migrate(version);
            var breaks = breaks(before, shape(schema));
            if (!breaks.isEmpty()) {
                found.put(version, breaks);
            }
        }

        assertThat(found).isEqualTo(BREAKING);
        assertThat(Flyway.configure()
                        .dataSource(schema.url(), "postgres", "postgres")
                        .load()
                        .info()
                        .pending())
                .as("migrations that this test does not know yet")
                .isEmpty();
    }

    private static Set<String> shape(OldSchema schema) throws SQLException {
        var shape = new TreeSet<>(schema.texts(COLUMNS));
        shape.addAll(schema.texts(CONSTRAINTS));
        return shape;
    }

    /** A column or table that is gone or has become another; what rows must have newly, in tables that were there before. */
    private static List<String> breaks(Set<String> before, Set<String> after) {
        var tables = before.stream().map(SchemaChangesTest::table).collect(Collectors.toSet());
        var gone = before.stream()
                .filter(it -> !after.contains(it) && !it.contains(": "))
                .map(it -> "gone: " + it);
        var demanded = after.stream()
                .filter(it -> !before.contains(it) && tables.contains(table(it)))
                .filter(it -> it.contains(": ") || it.endsWith(" required"))
                .map(it -> "new: " + it)
                .filter(it -> !HARMLESS.contains(it));
        return Stream.concat(gone, demanded).toList();
    }

    private static String table(String item) {
        return item.split("[.:]")[0];
    }
}
