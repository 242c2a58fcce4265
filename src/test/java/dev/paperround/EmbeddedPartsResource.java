package dev.paperround;

import dev.paperround.startup.EmbeddedServices;
import dev.paperround.startup.Settings;
import dev.paperround.startup.StartupFailure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/**
 * Gives every {@code @QuarkusTest} what main gives the program. Found as a service, so a test names nothing; one
 * PostgreSQL serves the whole run, also where test profiles start Quarkus again in another class loader.
 */
public class EmbeddedPartsResource implements QuarkusTestResourceLifecycleManager {
    private static final String STARTED = "paperround.test.embedded-parts";

    @Override
    public Map<String, String> start() {
        if (System.getProperty(STARTED) == null) {
            startOnce();
            System.setProperty(STARTED, "true");
        }
        return Map.of();
    }

    private static void startOnce() {
        try {
            Path directory = Files.createTempDirectory("paper-round-test");
            EmbeddedServices parts = new EmbeddedServices();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                parts.close();
                FileUtils.deleteQuietly(directory.toFile());
            }));
            parts.start(Settings.of(Map.of(Settings.DATA_DIR, directory.toString())))
                    .forEach(System::setProperty);
            // No test pulls the plug of this PostgreSQL, so no commit need wait until it is on the disk.
            System.setProperty("quarkus.datasource.jdbc.new-connection-sql", "set synchronous_commit = off");
            // Papers are there when a test brings them, and not before.
            System.clearProperty(Settings.SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StartupFailure e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // The next class loader's tests use the same parts; the end of the virtual machine stops them.
    }
}
