package dev.paperround.startup;

import dev.paperround.database.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.io.FileUtils;

/** Runs the PostgreSQL that is bundled with the program and keeps its data across restarts. */
public final class EmbeddedDatabase implements AutoCloseable {
    static final String MAJOR_VERSION = "18";
    public static final String USERNAME = "postgres";
    private static final String NAME = "paperround";

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    static EmbeddedDatabase start(DataDirectory data) throws StartupFailure {
        Path files = data.resolve("postgres");
        Path unfinished = data.resolve("postgres-unfinished");
        try {
            new LeftoverPostgres(files).stop();
            if (Files.exists(unfinished)) {
                // An interrupted first start leaves files that hold no data and may not start.
                FileUtils.deleteDirectory(files.toFile());
            }
            checkVersion(files);
            if (Files.notExists(files)) {
                Files.writeString(unfinished, "");
            }
            String password = data.secret("postgres-password");
            EmbeddedDatabase database = new EmbeddedDatabase(launch(data, files, password), password);
            database.create();
            Files.deleteIfExists(unfinished);
            return database;
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            throw new StartupFailure(
                    "The embedded PostgreSQL did not start on \"" + files + "\": " + firstLine(e)
                            + ". Its log is in the directory log there; QUARKUS_DATASOURCE_JDBC_URL names another one.",
                    e);
        }
    }

    private static EmbeddedPostgres launch(DataDirectory data, Path files, String password) throws IOException {
        // The library makes its directory accessible to every user, so it gets one inside a private directory.
        File binaries = data.closed("postgres-binaries").resolve("unpacked").toFile();
        // Without this, it also cleans up a directory among the temporary files.
        System.setProperty("ot.epg.working-dir", binaries.getPath());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries)
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(EmbeddedDatabase::askForThePassword)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", password)
                // These are options of initdb; sorting must not depend on the machine's locale.
                .setLocaleConfig("pwfile", data.resolve("postgres-password").toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // The library is made for tests and starts PostgreSQL with these two off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                // One log file per weekday is overwritten a week later, so the log does not grow forever.
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .start();
    }

    private static void askForThePassword(File files) {
        try {
            Files.writeString(files.toPath().resolve("pg_hba.conf"), """
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkVersion(Path files) throws IOException, StartupFailure {
        Path version = files.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR_VERSION)) {
            throw new StartupFailure("The database in \"" + files + "\" was made by PostgreSQL "
                    + Files.readString(version).strip() + ", this program brings " + MAJOR_VERSION
                    + "; move it over with pg_dump and pg_restore, or set PAPERROUND_DATA_DIR to an empty directory.");
        }
    }

    private void create() {
        var sql = new Sql(postgres.getPostgresDatabase());
        if (sql.query("select from pg_database where datname = ?", row -> true, NAME)
                .isEmpty()) {
            sql.execute("create database " + NAME);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
    }

    String password() {
        return password;
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
