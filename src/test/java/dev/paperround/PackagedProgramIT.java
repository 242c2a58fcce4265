package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperround.startup.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts, stops and kills {@code java -jar quarkus-run.jar} with nothing set but what a test is about. */
class PackagedProgramIT {
    private static final Map<String, String> NO_SETTING = Map.of();

    @TempDir
    static Path directory;

    private static Program running;

    /** With no setting, on data that outlive each of the tests; it goes on running, as every start takes its time. */
    private static Program running() throws IOException {
        if (running == null) {
            running = Program.ready(directory, NO_SETTING);
            assertThat(running.errors()).isEmpty();
        }
        return running;
    }

    private static void stop() {
        running.close();
        running = null;
    }

    private static void kill() throws InterruptedException {
        running.kill();
        running = null;
    }

    @AfterAll
    static void end() {
        if (running != null) {
            stop();
        }
    }

    /** In the packaged program alone it is made when it is asked for. */
    @Test
    void theDocumentOfTheApiIsThereWheneverItIsAskedFor() throws Exception {
        var document = running().get("/q/openapi").body();
        assertThat(document).contains("\"openapi\" : \"3.", "\"/api/subscriptions\"");
        assertThat(running().get("/q/openapi").body()).isEqualTo(document);
    }

    @Test
    void dataOutliveAStopAndLeaveNothingRunning() throws Exception {
        assertThat(running().get("/inbox").statusCode()).isEqualTo(200);
        long postgres = data().postgres();
        write("a stop");
        assertThat(running().errors()).isEmpty();
        stop();
        // It takes its pid file away, which ends the wait for it, a moment before it ends itself.
        await().atMost(Duration.ofSeconds(10)).until(() -> ProcessHandle.of(postgres)
                .filter(ProcessHandle::isAlive)
                .isEmpty());
        assertThat(running().get("/inbox").statusCode()).isEqualTo(200);
        assertThat(written()).isEqualTo("a stop");
    }

    @Test
    void dataOutliveAKillAfterWhichPostgresStillRuns() throws Exception {
        running();
        write("a kill");
        long leftover = data().postgres();
        kill();
        assertThat(ProcessHandle.of(leftover)).isPresent();
        running();
        assertThat(written()).isEqualTo("a kill");
        assertThat(data().postgres()).isNotEqualTo(leftover);
    }

    @Test
    void aSecondProgramOnTheSameDataSaysSo() throws Exception {
        Program first = running();
        try (Program second = Program.start(directory, NO_SETTING)) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.errors()).singleElement().asString().contains("PAPERROUND_DATA_DIR", "another running");
            assertThat(first.get("/q/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nothingIsEmbeddedWhereDatabaseAndRelayAreSet() throws Exception {
        Program database = running();
        Path unused = directory.resolve("unused");
        Map<String, String> settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                data().url(),
                "QUARKUS_DATASOURCE_USERNAME",
                EmbeddedDatabase.USERNAME,
                "QUARKUS_DATASOURCE_PASSWORD",
                data().password(),
                "QUARKUS_MAILER_HOST",
                "127.0.0.1",
                "PAPERROUND_SECRET",
                "a secret long enough",
                "PAPERROUND_ADMIN_TOKEN",
                "token",
                "PAPERROUND_DATA_DIR",
                unused.toString());
        try (Program program = Program.ready(directory, settings)) {
            assertThat(program.get("/inbox").statusCode()).isEqualTo(404);
            assertThat(program.get("/api/papers").statusCode()).isEqualTo(200);
            assertThat(unused.toFile().list()).containsExactly("archive");
            assertThat(ProcessHandle.of(program.pid()).orElseThrow().children()).isEmpty();
        }
        assertThat(database.get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "PAPERROUND_BASE_URL, paper.example.org, https://papers.example.org",
        "PAPERROUND_DELIVERY_RATE, fast, greater than 0",
        "QUARKUS_DATASOURCE_JDBC_URL, jdbc:postgresql://127.0.0.1:1/papers, PAPERROUND_SECRET",
        "PAPERROUND_DKIM_KEYS_KEY1_FILE, /nowhere/key1.pem, there is no such file",
        "PAPERROUND_DATA_DIR, /dev/null/data, must be a directory",
    })
    void aBadSettingStopsTheStartWithOneLine(String name, String value, String right, @TempDir Path empty)
            throws Exception {
        try (Program program = Program.start(empty, Map.of(name, value))) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.errors()).singleElement().asString().contains(name, right);
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerStopsTheStartWithOneLine(@TempDir Path empty) throws Exception {
        Map<String, String> settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/papers?password=hidden",
                "PAPERROUND_SECRET", "a secret long enough");
        try (Program program = Program.start(empty, settings)) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.errors())
                    .singleElement()
                    .asString()
                    .contains("QUARKUS_DATASOURCE_JDBC_URL")
                    .doesNotContain("hidden");
        }
    }

    private static void write(String text) throws IOException, SQLException {
        try (Connection connection = data().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS outlives");
            statement.execute("CREATE TABLE outlives (what text)");
            statement.execute("INSERT INTO outlives VALUES ('" + text + "')");
        }
    }

    private static String written() throws IOException, SQLException {
        try (Connection connection = data().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT what FROM outlives")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static ProgramData data() {
        return ProgramData.in(directory);
    }
}
