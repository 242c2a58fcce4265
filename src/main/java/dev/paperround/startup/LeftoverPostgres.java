package dev.paperround.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops the PostgreSQL that a killed process left running on the files the next start needs. */
final class LeftoverPostgres {
    private final Path directory;
    private final Path pidFile;

    LeftoverPostgres(Path directory) {
        this.directory = directory;
        this.pidFile = directory.resolve("postmaster.pid");
    }

    void stop() throws StartupFailure, IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> process = process();
        if (process.isEmpty()) {
            return;
        }
        if (!isOurs(process.get())) {
            // PostgreSQL would refuse to start if another process now has this id.
            Files.delete(pidFile);
            return;
        }
        long pid = process.get().pid();
        // Tries "fast" shutdown first, then "immediate", after which PostgreSQL recovers from its log.
        if (!stopped(process.get(), "INT", 20) && !stopped(process.get(), "QUIT", 10)) {
            throw new StartupFailure("PostgreSQL of an earlier start (process " + pid + ") still runs on \"" + directory
                    + "\" and does not stop; end it, then start again.");
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    private boolean isOurs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean isPostgres = info.command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        return isPostgres
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(directory.toString()))
                        .orElse(true);
    }

    private static boolean stopped(ProcessHandle process, String signal, int seconds) throws IOException {
        try {
            signal(process, signal);
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // Java itself can only send TERM and KILL.
    private static void signal(ProcessHandle process, String signal) throws IOException, InterruptedException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.destroyForcibly();
        } else {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
