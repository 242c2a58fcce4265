package dev.paperround;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that keeps its port and its files when it is killed and started again; as durable as by default. */
final class RestartablePostgres implements AutoCloseable {
    private final Path files;
    private final int port;
    private final EmbeddedPostgres running;

    RestartablePostgres(Path directory, int port) throws IOException {
        this.files = directory.resolve("postgres");
        this.port = port;
        running = start();
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    /** As by {@code kill -9}; it recovers from its log. */
    void killAndRestart() throws Exception {
        var postmaster = postmaster();
        var command = command(postmaster);
        var backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);
        for (var backend : backends) {
            // They hold the shared memory that the next one wants.
            backend.destroyForcibly();
            backend.onExit().get(10, TimeUnit.SECONDS);
        }
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(files.resolve("restarted.log").toFile())
                .start();
        while (!answers()) {
            Thread.sleep(50);
        }
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(files.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** PostgreSQL does not run as root; where the library made a user namespace for it, so do we. */
    private static List<String> command(ProcessHandle postmaster) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(postmaster.info().command().orElseThrow());
        command.addAll(List.of(postmaster.info().arguments().orElseThrow()));
        return command;
    }

    private boolean answers() {
        try {
            connect().close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        postmaster().destroy();
        running.close();
    }
}
