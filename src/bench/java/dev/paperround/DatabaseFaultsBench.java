package dev.paperround;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.commons.io.FileUtils;

/** PostgreSQL is restarted, cut off and given a full disk, each in the middle of a send that has to finish. */
final class DatabaseFaultsBench {
    private static final int SECONDS_CUT_OFF = 8;

    private final Path directory;

    private DatabaseFaultsBench(Path directory) {
        this.directory = directory;
    }

    static void run() throws Exception {
        var directory = Files.createTempDirectory("faults");
        try {
            new DatabaseFaultsBench(directory).onASmallDisk();
        } finally {
            FileUtils.deleteDirectory(directory.toFile());
        }
    }

    private void onASmallDisk() throws Exception {
        try (var disk = SmallDisk.mounted(directory.resolve("disk"))) {
            suffer(disk.directory(), Optional.of(disk));
        } catch (SmallDisk.NotAllowed e) {
            suffer(directory, Optional.empty());
            System.out.println("a full disk: not run, as no small disk can be mounted: " + e.getMessage());
        }
    }

    private void suffer(Path where, Optional<SmallDisk> disk) throws Exception {
        var log = directory.resolve("postgres.log");
        try (var postgres = DebianPostgres.started(where.resolve("postgres"), log);
                var wire = new Wire(postgres.port());
                var trial = new Trial(directory, url(wire))) {
            var restarted = begun(trial);
            postgres.restart();
            finished("a restart", trial, restarted, postgres);

            var cutOff = begun(trial);
            wire.cut();
            Thread.sleep(SECONDS_CUT_OFF * 1_000);
            wire.mend();
            finished(SECONDS_CUT_OFF + " seconds without the network", trial, cutOff, postgres);

            if (disk.isPresent()) {
                var full = begun(trial);
                fill(disk.get(), postgres, log);
                finished("a full disk", trial, full, postgres);
            }
        }
    }

    private static void fill(SmallDisk disk, DebianPostgres postgres, Path log) throws Exception {
        disk.keepFull(() -> panics(postgres, log));
        System.out.println("the disk was full and PostgreSQL panicked");
        disk.free();
        postgres.revive();
    }

    /** It refuses to write tables, and goes on as long as there is room in its log: somebody else on it uses that up. */
    private static boolean panics(DebianPostgres postgres, Path log) throws IOException {
        try {
            postgres.execute("select pg_logical_emit_message(true, 'more', repeat('x', 1000000))");
        } catch (SQLException refused) {
            System.out.println("PostgreSQL says: "
                    + refused.getMessage().lines().findFirst().orElse(""));
        }
        return Files.readString(log).contains("PANIC");
    }

    private static long begun(Trial trial) throws Exception {
        var before = trial.taken();
        var send = trial.send();
        trial.awaitTaken(before, Trial.SUBSCRIBERS / 3);
        return send;
    }

    private static void finished(String what, Trial trial, long send, DebianPostgres postgres) throws Exception {
        trial.awaitDone(send);
        trial.check(what, send, postgres::connect);
    }

    /** By itself the program gives a silent server two minutes. */
    private static String url(Wire wire) throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres?socketTimeout=5";
    }
}
