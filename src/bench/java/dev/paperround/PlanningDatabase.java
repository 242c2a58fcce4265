package dev.paperround;

import static org.awaitility.Awaitility.await;

import dev.paperround.paper.Paper;
import dev.paperround.startup.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;

/** The program's own embedded database, filled by the back door. */
final class PlanningDatabase {
    final Connection connection;

    /** Of the PostgreSQL that all its others descend from. */
    final long pid;

    PlanningDatabase(Path data) throws IOException, SQLException {
        var running = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        pid = Long.parseLong(running.get(0).strip());
        connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + running.get(3).strip() + "/paperround",
                EmbeddedDatabase.USERNAME,
                Files.readString(data.resolve("postgres-password")).strip());
    }

    /** In place of the sample papers, by the ids they have here. */
    void feature(List<Paper> papers) throws SQLException {
        execute("truncate paper cascade");
        var sql = """
                with stored as (
                    insert into paper (id, public_id, title, abstract, authors, upvotes, keywords, created_at, updated_at)
                    values (?, ?, ?, ?, ?, ?, ?, now(), now()))
                insert into paper_day (paper_id, day, position) values (?, ?, ?)""";
        try (var statement = connection.prepareStatement(sql)) {
            for (var paper : papers) {
                var facts = paper.facts();
                var values = new Object[] {
                    paper.id(),
                    paper.publicId(),
                    facts.title(),
                    facts.abstractText(),
                    facts.authors().toArray(String[]::new),
                    facts.upvotes(),
                    facts.keywords().toArray(String[]::new),
                    paper.id(),
                    paper.days().get(0),
                    0
                };
                for (var i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        }
        execute("update paper_revision set revision = revision + 1");
    }

    /** In place of what is there: fifty papers a day, the last of them on the newest day. */
    void archive(IntFunction<Paper> papers, int count) throws SQLException, IOException {
        execute("truncate paper cascade");
        execute("alter table paper disable trigger user");
        execute("alter table paper_day disable trigger user");
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var rows = copy.copyIn(
                "copy paper (id, public_id, title, abstract, authors, upvotes, comments, keywords, created_at,"
                        + " updated_at) from stdin");
        for (var i = 0; i < count; i++) {
            var facts = papers.apply(i).facts();
            var row = String.join(
                            "\t",
                            Integer.toString(i + 1),
                            "bench-" + i,
                            facts.title(),
                            facts.abstractText(),
                            array(facts.authors()),
                            Integer.toString(facts.upvotes()),
                            Integer.toString(facts.comments()),
                            array(facts.keywords()),
                            "2026-11-01",
                            "2026-11-01")
                    + "\n";
            var bytes = row.getBytes(StandardCharsets.UTF_8);
            rows.writeToCopy(bytes, 0, bytes.length);
        }
        rows.endCopy();
        execute("insert into paper_alias select public_id, id from paper");
        execute("""
                insert into paper_day
                select id, date '2026-11-18' - ((%d - id) / 50)::integer, (id %% 50)::integer from paper""".formatted(count));
        execute("alter sequence paper_id_seq restart with " + (count + 1));
        execute("delete from paper_change");
        execute("insert into paper_change select id, (select revision + 1 from paper_revision) from paper");
        execute("alter table paper enable trigger user");
        execute("alter table paper_day enable trigger user");
        execute("update paper_revision set revision = revision + 1");
        execute("analyze");
        execute("checkpoint");
    }

    private static String array(List<String> values) {
        return "{" + String.join(",", values) + "}";
    }

    /** Nobody else, and an empty ledger; six in ten have one filter, the others two. */
    void people(int count, List<String> queries) throws SQLException {
        execute("truncate subscriber, filter, send, delivery, delivery_message cascade");
        execute("create temp table if not exists wish (n serial primary key, query text)");
        execute("truncate wish restart identity");
        try (var statement = connection.prepareStatement("insert into wish (query) select unnest(?::text[])")) {
            statement.setObject(1, queries.toArray(String[]::new));
            statement.executeUpdate();
        }
        execute("analyze wish");
        execute("""
                insert into subscriber (email, email_key, state, frequency, weekday, send_at, time_zone, max_papers,
                                        created_at, confirmed_at, next_due_at)
                select 'p' || n || '@bench.example', 'p' || n || '@bench.example', 'ACTIVE', 'DAILY', 'MONDAY', '08:00',
                       'UTC', 20, now(), now(), now() + interval '10 days'
                from generate_series(1, %d) n""".formatted(count));
        execute("""
                insert into filter (subscriber_id, position, name, query)
                select chosen.id, chosen.position, 'Filter', wish.query
                from (select s.id, position, floor(exp(random() * ln(%d)))::integer as n
                      from subscriber s, generate_series(0, 1) position
                      where position = 0 or s.id %% 10 < 4) chosen
                join wish on wish.n = chosen.n""".formatted(queries.size()));
        execute("vacuum analyze subscriber");
        execute("vacuum analyze filter");
        execute("checkpoint");
    }

    long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    boolean nothingBeingPlanned() throws SQLException {
        return !has("select from send where state = 'PLANNING'");
    }

    /** Five minutes late, and on a day that has no scheduled digests yet. */
    void makeDue() throws SQLException {
        execute("truncate send, delivery, delivery_message cascade");
        execute("update subscriber set next_due_at = now() - interval '5 minutes'");
    }

    void awaitNobodyDue() {
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !has("select from subscriber where state = 'ACTIVE' and next_due_at <= now()"));
    }

    private boolean has(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select exists (" + query + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
