package dev.paperround;

import java.nio.file.Files;
import org.apache.commons.io.FileUtils;

/** The primary is killed in the middle of a send, its synchronous standby is promoted, and the send has to finish. */
final class FailoverBench {
    private FailoverBench() {}

    static void run() throws Exception {
        var directory = Files.createTempDirectory("failover");
        try (var primary = DebianPostgres.started(directory.resolve("primary"), directory.resolve("primary.log"));
                var standby = primary.standby(directory.resolve("standby"), "standby")) {
            primary.execute("alter system set synchronous_standby_names = 'standby'");
            primary.execute("select pg_reload_conf()");
            // As deploy/README.md has it.
            var url = "jdbc:postgresql://127.0.0.1:" + primary.port() + ",127.0.0.1:" + standby.port()
                    + "/postgres?targetServerType=primary&hostRecheckSeconds=2&connectTimeout=5";
            try (var trial = new Trial(directory, url)) {
                failOver(trial, primary, standby);
            }
        } finally {
            FileUtils.deleteDirectory(directory.toFile());
        }
    }

    private static void failOver(Trial trial, DebianPostgres primary, DebianPostgres standby) throws Exception {
        var send = trial.send();
        trial.awaitTaken(0, Trial.SUBSCRIBERS / 3);
        var begun = System.nanoTime();
        primary.kill();
        standby.promote();
        var before = trial.taken();
        System.out.printf("primary killed after %d mails, standby promoted%n", before);
        trial.awaitTaken(before, Trial.SUBSCRIBERS / 10);
        System.out.printf(
                "%d more mails %.1f s after the kill%n", trial.taken() - before, (System.nanoTime() - begun) / 1e9);
        trial.awaitDone(send);
        trial.check("a failover", send, standby::connect);
    }
}
