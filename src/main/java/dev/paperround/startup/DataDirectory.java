package dev.paperround.startup;

import dev.paperround.i18n.Failures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Manages the files of the embedded services, readable only by their owner. */
final class DataDirectory implements AutoCloseable {
    private static final Set<OpenOption> READ_OR_CREATE =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path path;
    private FileChannel lock;

    private DataDirectory(Path path) {
        this.path = path;
    }

    static DataDirectory open(String setting) throws StartupFailure {
        Path path = Path.of(setting).toAbsolutePath().normalize();
        try {
            Files.createDirectories(path, onlyForTheOwner("rwx------"));
            Files.delete(Files.createTempFile(path, "writable", ""));
            return new DataDirectory(path);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    // Restricts each directory itself, because the data directory may have been created with wider permissions.
    Path closed(String name) throws IOException {
        return Files.createDirectories(path.resolve(name), onlyForTheOwner("rwx------"));
    }

    // Two PostgreSQL servers on the same files would destroy them.
    void lock() throws StartupFailure {
        try {
            lock = FileChannel.open(path.resolve("lock"), READ_OR_CREATE, onlyForTheOwner("rw-------"));
            if (lock.tryLock() == null) {
                lock.close();
                throw new StartupFailure(
                        "PAPERROUND_DATA_DIR is \"" + path + "\", which another running Paper Round uses;"
                                + " stop that one, or give this one a directory of its own.");
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    // If several processes start at once, the first to lock the file creates the secret and the others read it.
    String secret(String name) throws StartupFailure {
        try (FileChannel file = FileChannel.open(path.resolve(name), READ_OR_CREATE, onlyForTheOwner("rw-------"));
                FileLock alone = file.lock()) {
            assert alone.isValid();
            String kept = new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (!kept.isEmpty()) {
                return kept;
            }
            String made = randomText();
            file.write(ByteBuffer.wrap((made + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            file.force(true);
            return made;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static String randomText() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static FileAttribute<?>[] onlyForTheOwner(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private static StartupFailure unusable(Path path, IOException e) {
        return new StartupFailure(
                "PAPERROUND_DATA_DIR is \"" + path + "\"; it must be a directory this program can create and write to ("
                        + Failures.toPrograms(e) + ").",
                e);
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
