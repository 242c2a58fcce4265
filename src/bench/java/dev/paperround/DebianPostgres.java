package dev.paperround;

import dev.paperround.testing.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server from Debian's {@code postgresql}, whose tools the embedded one lacks; as durable as by default. */
final class DebianPostgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path files;
    private final Path log;
    private final int port;

    private DebianPostgres(Path files, Path log) throws IOException {
        this.files = files;
        this.log = log;
        this.port = Ports.free();
    }

    static DebianPostgres started(Path files, Path log) throws IOException, InterruptedException {
        var server = new DebianPostgres(files, log);
        run("initdb", "-D", files.toString(), "-U", "postgres", "-A", "trust", "-N", "--wal-segsize=4");
        server.configure();
        server.start();
        return server;
    }

    /** Follows, and may be promoted. */
    DebianPostgres standby(Path copy, String name) throws IOException, InterruptedException {
        var standby = new DebianPostgres(copy, copy.resolveSibling(name + ".log"));
        var source = "host=127.0.0.1 port=" + port + " user=postgres application_name=" + name;
        run("pg_basebackup", "-D", copy.toString(), "-d", source, "-R", "-X", "stream", "-c", "fast", "-N");
        standby.configure();
        standby.start();
        return standby;
    }

    private void configure() throws IOException {
        var lines = List.of(
                "port=" + port, "listen_addresses='127.0.0.1'", "unix_socket_directories=''", "shared_buffers=64MB");
        var file = files.resolve("postgresql.conf");
        Files.writeString(file, Files.readString(file) + "\n" + String.join("\n", lines) + "\n");
    }

    void start() throws IOException, InterruptedException {
        run("pg_ctl", "-D", files.toString(), "-l", log.toString(), "-w", "-s", "start");
    }

    void restart() throws IOException, InterruptedException {
        run("pg_ctl", "-D", files.toString(), "-l", log.toString(), "-m", "fast", "-w", "-s", "restart");
    }

    void promote() throws IOException, InterruptedException {
        run("pg_ctl", "-D", files.toString(), "-w", "-s", "promote");
    }

    /** After a panic it recovers by itself, or ends. */
    void revive() throws IOException, InterruptedException {
        while (!answers()) {
            if (!isRunning()) {
                start();
            }
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try {
            execute("select");
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private boolean isRunning() throws IOException {
        return Files.exists(files.resolve("postmaster.pid"))
                && postmaster().filter(ProcessHandle::isAlive).isPresent();
    }

    /** As by {@code kill -9} of all of it. */
    void kill() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var postmaster = postmaster().orElseThrow();
        var all = new ArrayList<>(postmaster.descendants().toList());
        all.add(0, postmaster);
        for (var process : all) {
            process.destroyForcibly();
        }
        for (var process : all) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        var pid = Files.readAllLines(files.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid));
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect() throws SQLException {
        return connect("postgres");
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
    }

    int port() {
        return port;
    }

    String name(String database) {
        return "host=127.0.0.1 port=" + port + " user=postgres dbname=" + database;
    }

    /** PostgreSQL does not run as root; in a user namespace it is nobody. */
    static void run(String tool, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(newest().resolve("bin").resolve(tool).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(tool, ".txt");
        // To a file: a server that is started keeps what it was given.
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + Files.readString(output));
        }
        Files.delete(output);
    }

    private static Path newest() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            throw new IOException("There is no " + INSTALLED + ": install Debian's postgresql.");
        }
        try (var versions = Files.list(INSTALLED)) {
            return versions.filter(it -> Files.exists(it.resolve("bin/initdb")))
                    .max(Comparator.comparing(
                            it -> Integer.valueOf(it.getFileName().toString())))
                    .orElseThrow(() -> new IOException("There is no server in " + INSTALLED + "."));
        }
    }

    /** Nobody reads its files any more. */
    @Override
    public void close() throws IOException {
        if (isRunning()) {
            try {
                kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("PostgreSQL on " + files + " does not end.", e);
            }
        }
    }
}
