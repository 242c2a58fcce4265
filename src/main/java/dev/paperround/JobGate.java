package dev.paperround;

import dev.paperround.health.FatalErrors;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Waits for running jobs to end before the database shuts down, and starts no new ones. */
@Singleton
class JobGate {
    private static final long STOP_WITHIN_SECONDS = 9;

    private final ReentrantReadWriteLock jobs = new ReentrantReadWriteLock();
    private volatile boolean stopping;

    void unlessStopping(Runnable job) {
        jobs.readLock().lock();
        try {
            if (!stopping) {
                job.run();
            }
        } catch (Error e) {
            FatalErrors.endProgramAfter(e);
            throw e;
        } finally {
            jobs.readLock().unlock();
        }
    }

    // Runs after the observers that make their own jobs end early.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (jobs.writeLock().tryLock(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            jobs.writeLock().unlock();
        } else {
            Log.warn("A job did not end in time; what it left is taken up again after the next start.");
        }
    }
}
