package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts, stops and kills {@code java -jar quarkus-run.jar} with nothing set but what a test is about. */
class PackagedProgramIT {
    private static final Map<String, String> NO_SETTING = Map.of();

    @TempDir
    Path directory;

    @Test
    void dataOutliveAStopAndLeaveNothingRunning() throws Exception {
        long postgres;
        try (Program program = Program.ready(directory, NO_SETTING)) {
            postgres = data().postgres();
            write("a stop");
            assertThat(program.get("/inbox").statusCode()).isEqualTo(200);
            assertThat(program.errors()).isEmpty();
        }
        // It takes its pid file away, which ends the wait for it, a moment before it ends itself.
        await().atMost(Duration.ofSeconds(10)).until(() -> ProcessHandle.of(postgres)
                .filter(ProcessHandle::isAlive)
                .isEmpty());
        try (Program again = Program.ready(directory, NO_SETTING)) {
            assertThat(again.errors()).isEmpty();
            assertThat(written()).isEqualTo("a stop");
        }
    }

    @Test
    void dataOutliveAKillAfterWhichPostgresStillRuns() throws Exception {
        Program killed = Program.ready(directory, NO_SETTING);
        write("a kill");
        long leftover = data().postgres();
        killed.kill();
        assertThat(ProcessHandle.of(leftover)).isPresent();
        try (Program next = Program.ready(directory, NO_SETTING)) {
            assertThat(next.errors()).isEmpty();
            assertThat(written()).isEqualTo("a kill");
            assertThat(data().postgres()).isNotEqualTo(leftover);
        }
    }

    @Test
    void aSecondProgramOnTheSameDataSaysSo() throws Exception {
        try (Program first = Program.ready(directory, NO_SETTING);
                Program second = Program.start(directory, NO_SETTING)) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.errors()).singleElement().asString().contains("PAPERROUND_DATA_DIR", "another running");
            assertThat(first.get("/q/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nothingIsEmbeddedWhereDatabaseAndRelayAreSet() throws Exception {
        try (Program database = Program.ready(directory, NO_SETTING)) {
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
                assertThat(unused).doesNotExist();
                assertThat(ProcessHandle.of(program.pid()).orElseThrow().children())
                        .isEmpty();
            }
            assertThat(database.get("/q/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PAPERROUND_BASE_URL, paper.example.org, https://papers.example.org",
        "PAPERROUND_DELIVERY_RATE, fast, greater than 0",
        "QUARKUS_DATASOURCE_JDBC_URL, jdbc:postgresql://127.0.0.1:1/papers, PAPERROUND_SECRET",
        "PAPERROUND_DATA_DIR, /dev/null/data, must be a directory",
    })
    void aBadSettingStopsTheStartWithOneLine(String name, String value, String right) throws Exception {
        try (Program program = Program.start(directory, Map.of(name, value))) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.errors()).singleElement().asString().contains(name, right);
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerStopsTheStartWithOneLine() throws Exception {
        Map<String, String> settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/papers?password=hidden",
                "PAPERROUND_SECRET", "a secret long enough");
        try (Program program = Program.start(directory, settings)) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.errors())
                    .singleElement()
                    .asString()
                    .contains("QUARKUS_DATASOURCE_JDBC_URL")
                    .doesNotContain("hidden");
        }
    }

    private void write(String text) throws IOException, SQLException {
        try (Connection connection = data().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE outlives (what text)");
            statement.execute("INSERT INTO outlives VALUES ('" + text + "')");
        }
    }

    private String written() throws IOException, SQLException {
        try (Connection connection = data().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT what FROM outlives")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private ProgramData data() {
        return ProgramData.in(directory);
    }
}
