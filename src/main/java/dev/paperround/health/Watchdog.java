package dev.paperround.health;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the program when a background task has stopped, so that the supervisor restarts it. */
@Singleton
class Watchdog {
    private static final long LOOK_EVERY_SECONDS = 30;
    private static final long END_WITHIN_SECONDS = 60;

    // A single check can fail just after the machine wakes from sleep.
    private static final int LOOKS = 3;

    @Inject
    DutyHeartbeats heartbeats;

    @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
    boolean jobsAreScheduled;

    private volatile boolean stopping;

    void start(@Observes StartupEvent event) {
        if (jobsAreScheduled) {
            heartbeats.expectAll();
            var thread = new Thread(this::watch, "watchdog");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        heartbeats.expectNone();
    }

    private void watch() {
        var looks = 0;
        while (!stopping) {
            try {
                TimeUnit.SECONDS.sleep(LOOK_EVERY_SECONDS);
                looks = heartbeats.silent().isEmpty() ? 0 : looks + 1;
                if (looks == LOOKS) {
                    endProgram();
                }
            } catch (InterruptedException e) {
                Log.debug("The watchdog was woken.");
            } catch (RuntimeException | Error e) {
                FatalErrors.endProgramAfter(e);
                Log.error("The watchdog stumbled, and goes on.", e);
            }
        }
    }

    private void endProgram() throws InterruptedException {
        Log.fatalf("The program ends, to be started anew: %s", heartbeats.silent());
        Quarkus.asyncExit(FatalErrors.EXIT_CODE);
        TimeUnit.SECONDS.sleep(END_WITHIN_SECONDS);
        Runtime.getRuntime().halt(FatalErrors.EXIT_CODE);
    }
}
