package dev.paperround;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that keeps its port and its files when it is killed and started again; as durable as by default. */
final class RestartablePostgres implements AutoCloseable {
    private final Path files;
    private final int port;
    private EmbeddedPostgres running;

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
        var pid = Long.parseLong(
                Files.readAllLines(files.resolve("postmaster.pid")).get(0).strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        var backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);
        for (var backend : backends) {
            // They hold the shared memory that the next one wants.
            backend.destroyForcibly();
            backend.onExit().get(10, TimeUnit.SECONDS);
        }
        running = start();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
