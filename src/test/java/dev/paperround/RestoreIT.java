package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperround.testing.SlowRelay;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is taken during a send, the program goes on and dies, and the backup is restored into an empty database. */
class RestoreIT {
    private static final int SUBSCRIBERS = 600;
    private static final int DUE = 20;
    private static final String TOKEN = "of-a-restore";
    private static final String DAY = "2026-11-18";
    private static final String ERASED = "reader" + (SUBSCRIBERS - 1) + "@restore.example";

    @TempDir
    Path directory;

    private EmbeddedPostgres postgres;
    private SlowRelay relay;
    private Program program;

    @BeforeEach
    void start() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        for (var database : new String[] {"paperround", "restored"}) {
            execute("postgres", "create database " + database);
        }
        relay = new SlowRelay(30);
        program = on("paperround");
        operator().ingest(DAY, House.row("2611.71001", "Herons", "A study of herons.", 3));
    }

    @AfterEach
    void stop() throws Exception {
        program.close();
        relay.close();
        postgres.close();
    }

    private Program on(String database) throws Exception {
        return Program.soon(
                directory,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", url(database),
                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                        "QUARKUS_MAILER_HOST", "127.0.0.1",
                        "QUARKUS_MAILER_PORT", Integer.toString(relay.port()),
                        "PAPERROUND_BASE_URL", "https://papers.restore.example",
                        "PAPERROUND_SECRET", "a secret of a restore",
                        "PAPERROUND_ADMIN_TOKEN", TOKEN));
    }

    @Test
    void nobodyGetsAMailOfBeforeTheRestoreAgainAndThenItGoesOn() throws Exception {
        operator().importReaders(0, SUBSCRIBERS, "restore.example", "herons");
        var send = operator().send(DAY, true);
        await().until(() -> relay.taken().size() > SUBSCRIBERS / 5);
        operator().importReaders(SUBSCRIBERS, DUE, "restore.example", "herons");
        execute(
                "paperround",
                "update subscriber set next_due_at = now() + interval '1 second' where id in (select id from subscriber"
                        + " order by id desc limit " + DUE + ")");
        DatabaseCopy backup;
        try (var connection = connect("paperround")) {
            backup = DatabaseCopy.of(connection);
        }
        operator().request().delete("/api/admin/subscribers/" + ERASED).then().statusCode(204);
        var erasures = operator().request().get("/api/admin/erasures").asString();
        await().atMost(Duration.ofSeconds(60)).until(() -> relay.taken().size() > SUBSCRIBERS * 4 / 5);
        await().atMost(Duration.ofSeconds(60)).until(() -> mailsOfTheDue() == DUE);
        program.kill();

        backup.into(url("restored"), "postgres");
        program = on("restored");
        assertThat(operator()
                        .request()
                        .get("/api/admin/sends/" + send)
                        .jsonPath()
                        .getString("waitingFor"))
                .contains("restored from a backup");
        operator()
                .request()
                .contentType("application/json")
                .body(erasures)
                .post("/api/admin/erasures")
                .then()
                .statusCode(200);
        operator().request().post("/api/admin/fence/accept").then().statusCode(204);
        operator().awaitDone(send);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from subscriber where next_due_at < now()") == 0);

        assertThat(relay.received().values()).as("nobody twice").containsOnly(1);
        assertThat(count("select count(*) from delivery where state not in ('SENT', 'UNKNOWN', 'SKIPPED')"))
                .isZero();
        assertThat(count("select count(*) from delivery d join subscriber s on s.id = d.subscriber_id"
                        + " where d.state in ('SENT', 'UNKNOWN') and cardinality(d.paper_ids) = 1"))
                .as("each one's mail is known, or said to be unknown")
                .isEqualTo(SUBSCRIBERS + DUE - 1);
        assertThat(operator()
                        .request()
                        .get("/api/admin/subscribers?q=" + ERASED)
                        .jsonPath()
                        .getList(""))
                .isEmpty();

        operator().ingest("2026-11-19", House.row("2611.71002", "More herons", "A study of herons.", 3));
        var before = relay.received();
        operator().awaitDone(operator().send("2026-11-19", false));
        var after = relay.received();
        assertThat(count("select count(*) from delivery where cardinality(paper_ids) > 1"))
                .as("no paper of before comes again")
                .isZero();
        assertThat(after.values().stream().mapToInt(Integer::intValue).sum()
                        - before.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(SUBSCRIBERS + DUE - 1);
    }

    private long mailsOfTheDue() {
        return IntStream.range(SUBSCRIBERS, SUBSCRIBERS + DUE)
                .filter(it -> relay.received().containsKey("reader" + it + "@restore.example"))
                .count();
    }

    private ProgramOperator operator() {
        return new ProgramOperator(program, TOKEN);
    }

    private String url(String database) {
        return postgres.getJdbcUrl("postgres", database).replaceAll("[?].*", "");
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "postgres");
    }

    private void execute(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String select) throws SQLException {
        try (var connection = connect("restored");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
