package dev.paperround.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.OldSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flyway has migrated; is there anything left that it would do, or say? */
class MigrationsTest {
    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;
    private static JarFile program;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        var file = directory.resolve("program.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file));
                var scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (var script : scripts.toList()) {
                jar.putNextEntry(new JarEntry("db/migration/" + script.getFileName()));
                jar.write(Files.readAllBytes(script));
            }
        }
        program = new JarFile(file.toFile());
    }

    @AfterAll
    static void end() throws IOException {
        program.close();
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "insert into flyway_schema_history values (100, '999', 'of a later version', 'SQL', 'V999__Of.sql', 1, 'a', now(), 1,"
                        + " true)",
            })
    void nothingIsLeft(String sql) throws Exception {
        assertThat(areInAfter(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set checksum = checksum + 1 where version = '3'",
                "update flyway_schema_history set checksum = null where version = '3'",
                "update flyway_schema_history set description = 'other' where version = '3'",
                "update flyway_schema_history set success = false where version = '17'",
                "delete from flyway_schema_history where version = '17'",
                "delete from flyway_schema_history where version = '3'",
                "insert into flyway_schema_history values (100, '16', 'twice', 'SQL', 'V16__twice.sql', 1, 'a', now(), 1, true)",
                "insert into flyway_schema_history values (100, '999', 'failed', 'SQL', 'V999__f.sql', 1, 'a', now(), 1, false)",
                "insert into flyway_schema_history values (100, null, 'other', 'SQL', 'R__other.sql', 1, 'a', now(), 1, true)",
                "insert into flyway_schema_history values (100, '16.5', 'other', 'SQL', 'V1.sql', 1, 'a', now(), 1, true)",
                "delete from flyway_schema_history",
                "drop table flyway_schema_history",
                "create schema other; alter role postgres set search_path = other, public",
            })
    void flywayMustLook(String sql) throws Exception {
        try {
            assertThat(areInAfter(sql)).isFalse();
        } finally {
            areInAfter("alter role postgres reset search_path");
        }
    }

    @Test
    void anOlderSchemaMustBeMigrated() throws Exception {
        try (var connection = OldSchema.empty(postgres, OldSchema.VERSIONS.get(OldSchema.VERSIONS.size() - 2))
                .connect()) {
            assertThat(new Migrations(program).areIn(connection)).isFalse();
        }
    }

    private static boolean areInAfter(String sql) throws Exception {
        var schema = OldSchema.empty(postgres, OldSchema.NEWEST);
        try (var connection = schema.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        try (var connection = schema.connect()) {
            return new Migrations(program).areIn(connection);
        }
    }
}
