package dev.paperround.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void aSecretIsMadeOnceAndKept() throws Exception {
        String made;
        try (DataDirectory data = DataDirectory.open(directory.toString())) {
            made = data.secret("secret");
        }
        try (DataDirectory data = DataDirectory.open(directory.toString())) {
            assertThat(data.secret("secret")).isEqualTo(made).matches("[A-Za-z0-9_-]{43}");
            assertThat(data.secret("admin-token")).isNotEqualTo(made);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerReadsIt() throws Exception {
        Path own = directory.resolve("data");
        try (DataDirectory data = DataDirectory.open(own.toString())) {
            data.secret("secret");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("secret"))))
                .isEqualTo("rw-------");
    }
}
