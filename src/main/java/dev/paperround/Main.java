package dev.paperround;

import dev.paperround.health.FatalErrors;
import dev.paperround.startup.EmbeddedServices;
import dev.paperround.startup.OidcSettings;
import dev.paperround.startup.SettingRules;
import dev.paperround.startup.Settings;
import dev.paperround.startup.StartupFailure;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.BiConsumer;

/** Prepares the settings and embedded services that Quarkus needs, runs Quarkus, and stops both in reverse order. */
@QuarkusMain
public class Main {
    // Development mode calls main again in a new class loader, so only a system property remembers the first call.
    private static final String PREPARED = "paperround.prepared";

    private static final String QUARKUS_RUNS = "paperround.quarkus-runs";

    public static void main(String... args) {
        try {
            if (System.getProperty(PREPARED) == null) {
                FatalErrors.watchAllThreads();
                prepare();
                System.setProperty(PREPARED, "true");
            }
        } catch (StartupFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        BiConsumer<Integer, Throwable> exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((Integer code, Throwable cause) -> {
            System.clearProperty(QUARKUS_RUNS);
            exit.accept(code, cause);
        });
        System.setProperty(QUARKUS_RUNS, "true");
        Quarkus.run(args);
    }

    private static void prepare() throws StartupFailure {
        Settings settings = Settings.read();
        SettingRules.check(settings);
        checkPort(settings);
        EmbeddedServices parts = new EmbeddedServices();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfterQuarkus(parts), "embedded-parts"));
        parts.start(settings).forEach(System::setProperty);
        OidcSettings.properties(settings).forEach(System::setProperty);
    }

    private static void checkPort(Settings settings) throws StartupFailure {
        int port = settings.get("quarkus.http.port").map(Integer::valueOf).orElse(8080);
        try (ServerSocket socket = new ServerSocket()) {
            String host = settings.get("quarkus.http.host").orElse("0.0.0.0");
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new StartupFailure(
                    "QUARKUS_HTTP_PORT is \"" + port
                            + "\"; it must be a port that is free and that this user may open (" + e.getMessage()
                            + ").",
                    e);
        }
    }

    // Shutdown hooks run in parallel, and the result of a mail that is still being sent must reach the database.
    private static void closeAfterQuarkus(EmbeddedServices parts) {
        try {
            for (int waited = 0; System.getProperty(QUARKUS_RUNS) != null && waited < 1200; waited++) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        parts.close();
    }
}
